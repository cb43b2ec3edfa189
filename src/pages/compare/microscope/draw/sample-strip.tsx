/** Digits of the validation set to be asked about, without drawing: by click, or by arrow keys. */
import { usePlayground } from '../../../../store/playground-context.tsx';
import { InkImage } from '../../../../ui/picture/ink-image.tsx';
import { SIZE } from './digit-size.ts';
import styles from './sample-strip.module.css';

export function SampleStrip() {
  const samples = usePlayground((state) => state.history?.run.samples);
  const chosen = usePlayground((state) => state.sample);
  const chooseSample = usePlayground((state) => state.chooseSample);
  if (!samples || samples.length === 0) return null;
  return (
    <fieldset className={styles.strip}>
      <legend className={styles.legend}>Or choose a digit of the validation set</legend>
      <div className={styles.samples}>
        {samples.map(({ row, trueLabel, features }, index) => (
          <label key={row} className={styles.sample}>
            <input
              className="visually-hidden"
              type="radio"
              name="validation-digit"
              checked={index === chosen}
              onChange={() => chooseSample(index)}
            />
            <InkImage
              features={features}
              size={SIZE}
              label={`${trueLabel}, validation image ${row + 1}`}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
