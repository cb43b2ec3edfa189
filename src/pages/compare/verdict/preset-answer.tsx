/** Behind a line to open: what a preset is known to show, once it has been run as it is. */
import { useMemo } from 'react';
import { presetAnswered } from '../../../store/compare/preset-choice.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import styles from './verdict.module.css';

export function PresetAnswer() {
  const experiment = usePlayground(({ runExperiment, liveChanges }) =>
    liveChanges.length === 0 ? runExperiment : null,
  );
  const preset = useMemo(() => experiment && presetAnswered(experiment), [experiment]);
  if (!preset) return null;
  return (
    <details className={styles.more}>
      <summary>The answer in one line</summary>
      <p>{preset.point}</p>
    </details>
  );
}
