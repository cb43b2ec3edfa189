/** The settings in words, for paper, where the controls are not printed. */
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { settingsInWords } from './settings-in-words.ts';
import styles from './printed-settings.module.css';

export function PrintedSettings() {
  const experiment = usePlayground(shownExperiment);
  const epoch = usePlayground((state) => state.epoch);
  return (
    <section className={`${styles.settings ?? ''} only-printed`} aria-label="Settings">
      {settingsInWords(experiment).map(({ title, parts }) => (
        <p key={title}>
          <strong>{title}:</strong> {parts.join('; ')}
        </p>
      ))}
      <p>
        <strong>Figures:</strong> after epoch {epoch} of {experiment.training.epochs}
      </p>
    </section>
  );
}
