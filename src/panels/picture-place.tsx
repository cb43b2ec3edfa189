/** Where a microscope panel draws: the picture of the epoch on show, or why there is none. */
import type { ReactNode } from 'react';
import type { ArmId } from '../protocol/experiment.ts';
import type { ViewId, Views } from '../protocol/views.ts';
import { useLane, usePicture, usePlayground } from '../store/playground-context.tsx';
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
      {children(kept.picture)}
      <OtherEpoch armId={armId} epoch={kept.epoch} />
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

/** Not every epoch is pictured; which one this is has to be said where it is not the one asked for. */
function OtherEpoch({ armId, epoch }: { readonly armId: ArmId; readonly epoch: number }) {
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const lane = useLane(armId);
  const shown = lane?.at(lookBackEpoch)?.epoch;
  if (shown === undefined || shown === epoch) return null;
  const isNearest = lookBackEpoch !== null;
  return (
    <p className={panel.note}>
      Picture of epoch {epochText(epoch)}
      {isNearest && ', the nearest that was kept'}.
    </p>
  );
}
