/** What is compared, by its name, and the question that it asks: before, while and after it trains. */
import { useMemo } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';
import { presetThatAsks } from '../../../store/compare/preset-choice.ts';
import { ownQuestion } from './own-question.ts';
import { PresetMenu } from './preset-menu.tsx';
import { useExperimentOnShow } from './use-experiment-on-show.ts';
import styles from './introduction.module.css';

export function Headline() {
  return (
    <div className={styles.headline}>
      <PresetMenu />
      <Question />
    </div>
  );
}

/** Of the run whose curves are on screen, whatever the settings are by now. */
function Question() {
  const experiment = useExperimentOnShow();
  const presetId = usePlayground((state) => state.presetId);
  const question = useMemo(
    () => presetThatAsks(experiment, presetId)?.question ?? ownQuestion(experiment),
    [experiment, presetId],
  );
  return (
    <p className={styles.question} aria-label="Question" role="note">
      {question}
    </p>
  );
}
