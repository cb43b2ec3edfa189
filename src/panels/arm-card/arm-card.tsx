/** One arm: its name, its regularizers, its figures, and below them what looks inside it. */
import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Arm } from '../../protocol/experiment.ts';
import { armName } from '../../store/arm-name.ts';
import { useRunHistory } from '../../store/playground-context.tsx';
import { REGULARIZER_ENTRIES } from '../../store/regularizers.ts';
import { armStyle } from '../../ui/arm-style.ts';
import { ArmHeader } from './arm-header.tsx';
import { CostLine } from './cost-line.tsx';
import { DivergedNote } from './diverged-note.tsx';
import { FiguresTable } from './figures-table.tsx';
import { RegularizerChip } from './regularizer-chip.tsx';
import styles from './arm-card.module.css';

interface ArmCardProps {
  readonly arm: Arm;
  /** What looks inside the network. */
  readonly children?: ReactNode;
}

export function ArmCard({ arm, children }: ArmCardProps) {
  const nameId = useId();
  const history = useRunHistory();
  const lane = history?.lanes.find((one) => one.lane.armId === arm.id) ?? null;
  const { color, textColor } = armStyle(arm.id);
  const colors: CSSProperties & Record<string, string> = {
    '--arm': color,
    '--arm-text': textColor,
  };
  return (
    <section className={styles.card} style={colors} aria-labelledby={nameId}>
      <ArmHeader arm={arm} name={armName(arm)} nameId={nameId} />
      <div className={styles.chips} role="group" aria-label="Regularizers">
        {REGULARIZER_ENTRIES.map((regularizer) => (
          <RegularizerChip key={regularizer.id} arm={arm} regularizer={regularizer} />
        ))}
      </div>
      {lane?.end && <DivergedNote end={lane.end} />}
      {history && !lane && <p className={styles.note}>This arm joins after Reset.</p>}
      <FiguresTable lane={lane} run={history?.run ?? null} />
      {children}
      {history && lane && <CostLine lane={lane} run={history.run} />}
    </section>
  );
}
