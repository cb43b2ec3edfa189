/** Who is in which fold: the rows as a bar a fold, the validating part in strong colour. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { rowsDivided } from '../../../plans/sweep-form.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import styles from './sweep-rail.module.css';

export function FoldPicture() {
  const { base, judging } = useSweep((state) => state.form);
  const { folds } = judging;
  const rows = rowsDivided(base);
  if (folds === 'leaveOneOut' || (folds !== null && !(folds >= 2 && folds <= 10))) return null;
  const bars = folds ?? 1;
  const share = folds === null ? base.data.validationExamples / rows : 1 / folds;
  const words =
    folds === null
      ? `${withCommas(base.data.trainingExamples)} rows train, ${withCommas(base.data.validationExamples)} validate (strong colour)`
      : `${withCommas(rows)} rows in ${folds} parts: each validates once (strong colour) while the others train`;
  return (
    <figure className={styles.folds}>
      <svg viewBox={`0 0 100 ${bars * 7}`} role="img" aria-label={words} preserveAspectRatio="none">
        {Array.from({ length: bars }, (_, fold) => (
          <g key={fold} transform={`translate(0 ${fold * 7})`}>
            <rect width="100" height="5" className={styles.trains} />
            <rect
              x={folds === null ? 100 - share * 100 : fold * share * 100}
              width={share * 100}
              height="5"
              className={styles.validates}
            />
          </g>
        ))}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
