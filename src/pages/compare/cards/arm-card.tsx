/** One arm: its name, its regularizers, its figures, and below them what looks inside it. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Arm, ArmId } from '../../../experiment/experiment.ts';
import { armName, automaticName } from '../../../experiment/arm-name.ts';
import { haveSameSettings } from '../../../experiment/same-settings.ts';
import { sameValue } from '../../../base/same-value.ts';
import { useLanes, usePlayground, useRunHistory } from '../../../store/playground-context.tsx';
import type { Playground } from '../../../store/playground.ts';
import { armVariables } from '../../../ui/arm-style.ts';
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

/** Stands on the later of two equal arms: it may have been meant to differ. */
function SameSettingsNote({ arm }: { readonly arm: Arm }) {
  const twin = usePlayground(({ experiment }) => {
    const before = experiment.arms.slice(
      0,
      experiment.arms.findIndex(({ id }) => id === arm.id),
    );
    return before.find((other) => haveSameSettings(experiment, other, arm))?.id;
  });
  const isTrainedSo = usePlayground(
    (state) => twin === undefined || [twin, arm.id].every((id) => hasTrainedAsSet(state, id)),
  );
  if (twin === undefined) return null;
  return (
    <p className={styles.note}>
      Same settings as {twin}
      {isTrainedSo ? ': the curves coincide.' : ' now: after Reset the curves will coincide.'}
    </p>
  );
}

/** Whether it has trained with these settings from the start. */
function hasTrainedAsSet(
  { experiment, runExperiment, liveChanges }: Playground,
  armId: ArmId,
): boolean {
  const set = experiment.arms.find(({ id }) => id === armId);
  const trained = runExperiment?.arms.find(({ id }) => id === armId);
  if (!set || !trained) return true;
  return trainsAlike(trained, set) && !liveChanges.some((change) => change.armId === armId);
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

/** With more arms than this the cards are compact, so that all fit on two screens. */
const MOST_ROOMY = 4;

export function ArmCard({ arm, children }: ArmCardProps) {
  const nameId = useId();
  const history = useRunHistory();
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const now = useLanes(arm.id);
  const lanes = epoch === null ? now : now.map((lane) => lane.upTo(epoch));
  const [lane = null] = lanes;
  const isCompact = usePlayground((state) => state.experiment.arms.length > MOST_ROOMY);
  return (
    <section
      className={styles.card}
      style={armVariables(arm.id)}
      aria-labelledby={nameId}
      data-compact={isCompact}
    >
      <ArmHeader arm={arm} name={armName(arm)} nameId={nameId} />
      <RegularizerChips arm={arm} isCompact={isCompact} />
      <div className={styles.notes}>
        <SameSettingsNote arm={arm} />
        <EndNotes lanes={lanes} />
        {history && !lane && <p className={styles.note}>This arm joins after Reset.</p>}
        {lane && <OutdatedNote arm={arm} />}
      </div>
      <FiguresTable lanes={lanes} />
      {lane && <ChangesList lane={lane} />}
      {children}
      {lane && <CostLine lane={lane} />}
    </section>
  );
}
