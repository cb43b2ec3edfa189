/** One arm: its name, its regularizers, its figures, and below them what looks inside it. */
import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Arm } from '../../protocol/experiment.ts';
import { armName, automaticName } from '../../store/arm-name.ts';
import { sameValue } from '../../store/same-value.ts';
import { useLane, usePlayground, useRunHistory } from '../../store/playground-context.tsx';
import { armStyle } from '../../ui/arm-style.ts';
import { ArmHeader } from './arm-header.tsx';
import { ChangesList } from './changes-list.tsx';
import { CostLine } from './cost-line.tsx';
import { EndNote } from './end-note.tsx';
import { FiguresTable } from './figures-table.tsx';
import { RegularizerChips } from './regularizer-chips.tsx';
import styles from './arm-card.module.css';

/** The card's head shows what is set; its figures may still be of what was set before. */
function OutdatedNote({ arm }: { readonly arm: Arm }) {
  const trained = usePlayground((state) =>
    state.runExperiment?.arms.find(({ id }) => id === arm.id),
  );
  if (!trained || sameValue(trained.regularizers, arm.regularizers)) return null;
  return (
    <p className={styles.note}>
      The figures are of “{automaticName(trained.regularizers)}”; what you set takes effect after
      Reset.
    </p>
  );
}

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
      {lane && <OutdatedNote arm={arm} />}
      <FiguresTable lane={lane} run={history?.run ?? null} />
      {lane && <ChangesList lane={lane} />}
      {children}
      {history && lane && <CostLine lane={lane} run={history.run} />}
    </section>
  );
}
