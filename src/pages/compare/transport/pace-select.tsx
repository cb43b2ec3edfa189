/** How fast the epochs may follow each other. */
import { Hideable } from '../../shared/hideable.tsx';
import type { Pace } from '../../../protocol/messages.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import styles from './transport.module.css';

const PACES: readonly { readonly pace: Pace; readonly label: string }[] = [
  { pace: 1, label: '1 epoch / s' },
  { pace: 5, label: '5 epochs / s' },
  { pace: 15, label: '15 epochs / s' },
  { pace: 60, label: '60 epochs / s' },
  { pace: null, label: 'full speed' },
];

export function PaceSelect() {
  const pace = usePlayground((state) => state.pace);
  const setPace = usePlayground((state) => state.setPace);
  const choose = (label: string) => {
    const chosen = PACES.find((one) => one.label === label);
    if (chosen) setPace(chosen.pace);
  };
  return (
    <Hideable control="steps-pace">
      <select
        className={styles.pace}
        data-control="steps"
        aria-label="Pace"
        value={PACES.find((one) => one.pace === pace)?.label}
        onChange={(event) => choose(event.target.value)}
      >
        {PACES.map(({ label }) => (
          <option key={label}>{label}</option>
        ))}
      </select>
    </Hideable>
  );
}
