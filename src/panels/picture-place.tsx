/** Where a microscope panel draws: the picture of the epoch on show, or why there is none. */
import type { ReactNode } from 'react';
import type { ArmId } from '../protocol/experiment.ts';
import type { ViewId, Views } from '../protocol/views.ts';
import { useLane, useLanes, usePicture, usePlayground } from '../store/playground-context.tsx';
import { epochText } from '../ui/figure-text.ts';
import panel from './panel.module.css';

interface PicturePlaceProps<Id extends ViewId> {
  readonly armId: ArmId;
  readonly view: Id;
  readonly children: (picture: Views[Id]) => ReactNode;
}

export function PicturePlace<Id extends ViewId>({ armId, view, children }: PicturePlaceProps<Id>) {
  const kept = usePicture(armId, view);
  if (!kept) return <NoPicture armId={armId} />;
  return (
    <>
      <OfWhat {...{ armId, view }} epoch={kept.epoch} />
      {children(kept.picture)}
    </>
  );
}

function NoPicture({ armId }: { readonly armId: ArmId }) {
  const lane = useLane(armId);
  const status = usePlayground((state) => state.status);
  return <p className={panel.empty}>{whyNone(lane?.end?.kind === 'diverged', status)}</p>;
}

function whyNone(hasDiverged: boolean, status: string): string {
  if (hasDiverged) return 'It diverged: there is nothing left to see inside.';
  if (status === 'training') return 'The first picture comes at the end of this epoch.';
  return 'The picture comes with the run.';
}

/**
 * First, lest a figure be taken for one of another epoch or of all repeats: not every epoch is pictured, and
 * of repeats the first alone.
 */
function OfWhat({ armId, view, epoch }: OfWhatProps) {
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const seed = usePlayground((state) => (state.runExperiment ?? state.experiment).training.seed);
  const lane = useLane(armId);
  const repeats = useLanes(armId).filter((one) => one.lane.fold === 0).length;
  const shown = lane?.at(lookBackEpoch)?.epoch;
  const isOther = shown !== undefined && shown !== epoch;
  const nearest = lookBackEpoch === null ? '' : ', the nearest that was kept';
  const parts = [
    ...(isOther ? [`Picture of epoch ${epochText(epoch)}${nearest}.`] : []),
    ...(repeats > 1 && view !== OF_ALL_REPEATS
      ? [`Of repeat 1 of ${repeats} (seed ${seed}).`]
      : []),
  ];
  return parts.length === 0 ? null : <p className={panel.note}>{parts.join(' ')}</p>;
}

interface OfWhatProps {
  readonly armId: ArmId;
  readonly view: ViewId;
  readonly epoch: number;
}

/** It compares the repeats with each other. */
const OF_ALL_REPEATS: ViewId = 'stability';
