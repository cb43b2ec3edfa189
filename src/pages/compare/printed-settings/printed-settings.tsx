/** On paper the controls are gone; what they were set to stands here in words. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { settingsInWords } from './settings-in-words.ts';
import styles from './printed-settings.module.css';

export function PrintedSettings() {
  const experiment = usePlayground((state) => state.runExperiment ?? state.experiment);
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
