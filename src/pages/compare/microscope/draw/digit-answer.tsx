/** What one arm makes of the digit: a bar for each digit. */
import type { CSSProperties } from 'react';
import type { ArmId } from '../../../../experiment/experiment.ts';
import { useLane, usePlayground } from '../../../../store/playground-context.tsx';
import { wholePercent } from '../../../../base/text/figure-text.ts';
import { describeAnswer } from './describe-answer.ts';
import styles from './digit-answer.module.css';
import { ranked } from './ranked.ts';
import { useAnswers } from './use-answers.ts';

export function DigitAnswer({ armId }: { readonly armId: ArmId }) {
  const isShown = usePlayground(({ drawing, sample }) => drawing.length > 0 || sample !== null);
  const looksBack = usePlayground((state) => state.lookBackEpoch !== null);
  const hasDiverged = useLane(armId)?.end?.kind === 'diverged';
  const answer = useAnswers().find((one) => one.armId === armId);
  if (hasDiverged) return <p className={styles.empty}>It diverged: it answers nothing.</p>;
  if (!isShown)
    return (
      <p className={styles.empty}>
        Draw a digit above, or choose one. What this network takes it for appears here, and changes
        as it learns.
      </p>
    );
  if (!answer) return <p className={styles.empty}>Its answer comes with the run.</p>;
  return (
    <>
      <Bars probabilities={answer.probabilities} />
      <p className={styles.sentence}>{describeAnswer(answer.probabilities)}</p>
      {looksBack && (
        <p className={styles.now}>
          This is its answer now: networks of earlier epochs are not asked.
        </p>
      )}
    </>
  );
}

function Bars({ probabilities }: { readonly probabilities: Float32Array }) {
  const [top] = ranked(probabilities);
  return (
    <ol className={styles.bars} aria-label="Probability of each digit">
      {Array.from(probabilities, (probability, digit) => {
        const height: CSSProperties = { height: `${(100 * probability).toFixed(1)}%` };
        return (
          <li key={digit} className={styles.digit} data-top={digit === top?.digit}>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={height} />
            </span>
            <span className={styles.name}>{digit}</span>
            {/* "<1 %" nine times over would only crowd the row. */}
            <span className={probability < 0.01 ? 'visually-hidden' : styles.share}>
              {wholePercent(probability)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
