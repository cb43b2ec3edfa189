/** One arm: its name, its regularizers, its figures, and below them what looks inside it. */
import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Arm } from '../../protocol/experiment.ts';
import { armName } from '../../store/arm-name.ts';
import { useLane, useRunHistory } from '../../store/playground-context.tsx';
import { armStyle } from '../../ui/arm-style.ts';
import { ArmHeader } from './arm-header.tsx';
import { ChangesList } from './changes-list.tsx';
import { CostLine } from './cost-line.tsx';
import { EndNote } from './end-note.tsx';
import { FiguresTable } from './figures-table.tsx';
import { RegularizerChips } from './regularizer-chips.tsx';
import styles from './arm-card.module.css';

interface ArmCardProps {
  readonly arm: Arm;
  /** What looks inside the network. */
  readonly children?: ReactNode;
}

export function ArmCard({ arm, children }: ArmCardProps) {
  const nameId = useId();
  const history = useRunHistory();
  const lane = useLane(arm.id);
  const { color, textColor } = armStyle(arm.id);
  const colors: CSSProperties & Record<string, string> = {
    '--arm': color,
    '--arm-text': textColor,
  };
  return (
    <section className={styles.card} style={colors} aria-labelledby={nameId}>
      <ArmHeader arm={arm} name={armName(arm)} nameId={nameId} />
      <RegularizerChips arm={arm} />
      {lane && <EndNote lane={lane} />}
      {history && !lane && <p className={styles.note}>This arm joins after Reset.</p>}
      <FiguresTable lane={lane} run={history?.run ?? null} />
      {lane && <ChangesList lane={lane} />}
      {children}
      {history && lane && <CostLine lane={lane} run={history.run} />}
    </section>
  );
}
