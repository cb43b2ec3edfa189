/** One arm: its name, its regularizers, its figures, and below them what looks inside it. */
import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { Arm } from '../../protocol/experiment.ts';
import { armName, automaticName } from '../../store/arm-name.ts';
import { sameValue } from '../../store/same-value.ts';
import { useLanes, usePlayground, useRunHistory } from '../../store/playground-context.tsx';
import { armStyle } from '../../ui/arm-style.ts';
import { ArmHeader } from './arm-header.tsx';
import { ChangesList } from './changes-list.tsx';
import { CostLine } from './cost-line.tsx';
import { EndNotes } from './end-note.tsx';
import { FiguresTable } from './figures-table.tsx';
import { RegularizerChips } from './regularizer-chips.tsx';
import styles from './arm-card.module.css';

/** The card's head shows what is set; its figures may still be of what was set before. */
function OutdatedNote({ arm }: { readonly arm: Arm }) {
  const trained = usePlayground((state) =>
    state.runExperiment?.arms.find(({ id }) => id === arm.id),
  );
  if (!trained || trainsAlike(trained, arm)) return null;
  return (
    <p className={styles.note}>
      The figures are of “{automaticName(trained.regularizers, trained.overrides)}”; what you set
      takes effect after Reset.
    </p>
  );
}

function trainsAlike(trained: Arm, arm: Arm): boolean {
  return (
    sameValue(trained.regularizers, arm.regularizers) &&
    sameValue(trained.overrides ?? {}, arm.overrides ?? {})
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
  const lanes = useLanes(arm.id);
  const [lane = null] = lanes;
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const { color, textColor } = armStyle(arm.id);
  const colors: CSSProperties & Record<string, string> = {
    '--arm': color,
    '--arm-text': textColor,
  };
  return (
    <section className={styles.card} style={colors} aria-labelledby={nameId}>
      <ArmHeader arm={arm} name={armName(arm)} nameId={nameId} />
      <RegularizerChips arm={arm} />
      <EndNotes lanes={lanes} isLookingBack={epoch !== null} />
      {history && !lane && <p className={styles.note}>This arm joins after Reset.</p>}
      {lane && <OutdatedNote arm={arm} />}
      <FiguresTable lanes={lanes} epoch={epoch} />
      {lane && <ChangesList lane={lane} />}
      {children}
      {lane && <CostLine lane={lane} />}
    </section>
  );
}
