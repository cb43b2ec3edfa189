/** The name of what is compared and the question that it asks, before the run, during it and after it. */
import { useMemo } from 'react';
import type { Experiment } from '../../../experiment/experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { presetAnswered, presetThatAsks } from '../../../store/compare/preset-choice.ts';
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
  const answer = useAnswer(experiment);
  if (answer !== null)
    return (
      <p className={styles.question} aria-label="Answer" role="note" title={question}>
        {answer}
      </p>
    );
  return (
    <p className={styles.question} aria-label="Question" role="note">
      {question}
    </p>
  );
}

/** What the preset is known to show, once it has been run unchanged; null: not yet, or it was changed. */
function useAnswer(experiment: Experiment): string | null {
  const isOver = usePlayground(
    ({ status, runExperiment, liveChanges, lookBackEpoch }) =>
      (status === 'finished' || status === 'stopped') &&
      runExperiment === experiment &&
      liveChanges.length === 0 &&
      lookBackEpoch === null,
  );
  return useMemo(
    () => (isOver ? (presetAnswered(experiment)?.point ?? null) : null),
    [isOver, experiment],
  );
}
