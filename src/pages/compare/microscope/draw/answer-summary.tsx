/** What each arm says, beside the drawing: on a phone the cards are out of sight while one draws. */
import { armStyle } from '../../../../ui/arm-style.ts';
import { ArmMarker } from '../../../../ui/arm-marker.tsx';
import { wholePercent } from '../../../../base/text/figure-text.ts';
import styles from './answer-summary.module.css';
import { ranked } from './ranked.ts';
import { useAnswers } from './use-answers.ts';

export function AnswerSummary({ isAsked }: { readonly isAsked: boolean }) {
  const answers = useAnswers();
  const tops = (isAsked ? answers : []).flatMap(({ armId, probabilities }) => {
    const [top] = ranked(probabilities);
    return top ? [{ armId, ...top }] : [];
  });
  return (
    <>
      <ul className={styles.summary} aria-label="Answers">
        {tops.map(({ armId, digit, probability }) => (
          <li key={armId} className={styles.answer} style={{ color: armStyle(armId).textColor }}>
            <ArmMarker armId={armId} />
            {armId} says {digit}
            <span className={styles.certainty}>{wholePercent(probability)}</span>
          </li>
        ))}
      </ul>
      {/* Read aloud when a digit changes, not with every per cent. */}
      <p className="visually-hidden" role="status">
        {tops.map(({ armId, digit }) => `${armId} says ${digit}`).join(', ')}
      </p>
    </>
  );
}
