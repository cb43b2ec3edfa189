/** What the curves of all arms share: the key to what is drawn, and what is drawn besides. */
import { usePlayground } from '../../store/playground-context.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { ValidationSwitch } from '../validation-switch.tsx';
import panel from '../panel.module.css';
import styles from './fitted-curve.module.css';

const KEY = [
  { className: styles.curve, name: 'the network' },
  { className: styles.truth, name: 'true curve' },
] as const;

export function CurveControls() {
  const arms = usePlayground((state) => (state.runExperiment ?? state.experiment).arms.length);
  const showsOtherArms = usePlayground((state) => state.showsOtherArms);
  const showOtherArms = usePlayground((state) => state.showOtherArms);
  return (
    <section className={panel.controls} aria-label="Curves">
      <ul className={panel.key} aria-label="Key">
        {KEY.map(({ className, name }) => (
          <li key={name} className={panel.keyItem}>
            <svg className={styles.keyLine} viewBox="0 0 24 12" aria-hidden="true">
              <path className={className} d="M1 6H23" />
            </svg>
            {name}
          </li>
        ))}
        <li className={panel.keyItem}>
          <svg className={styles.keyLine} viewBox="0 0 24 12" aria-hidden="true">
            <path className={styles.training} d="M12 6h0" />
          </svg>
          training point
        </li>
      </ul>
      <ValidationSwitch />
      {arms > 1 && (
        <CheckBox isChecked={showsOtherArms} onChange={showOtherArms}>
          Other arms
        </CheckBox>
      )}
    </section>
  );
}
