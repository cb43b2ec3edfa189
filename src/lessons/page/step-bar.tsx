/** The three steps of a part, and which of them it is at. */
import type { Step } from '../session/lesson-session.ts';
import { useSession } from '../session/session-context.tsx';
import styles from './step-bar.module.css';

const STEPS: readonly (readonly [step: Step, label: string])[] = [
  ['predict', 'Predict'],
  ['run', 'Run'],
  ['explain', 'Explain'],
];

export function StepBar() {
  const step = useSession((state) => state.step);
  const at = STEPS.findIndex(([id]) => id === step);
  return (
    <ol className={styles.steps} aria-label="Steps">
      {STEPS.map(([id, label], index) => (
        <li key={id} aria-current={index === at ? 'step' : undefined}>
          {`${index + 1} ${label}${index < at ? ' ✓' : ''}`}
        </li>
      ))}
    </ol>
  );
}
