/** Where a microscope panel draws: the picture of the epoch on show, or why there is none. */
import type { ReactNode } from 'react';
import type { LaneHistory } from '../../../client/run-history.ts';
import type { ArmId } from '../../../experiment/experiment.ts';
import type { ViewId, Views } from '../../../protocol/views.ts';
import { useLane, usePlayground } from '../../../store/playground-context.tsx';
import { usePicture, usePictureEpochs } from './use-pictures.ts';
import type { PictureEpoch } from './use-pictures.ts';
import { epochText } from '../../../base/text/figure-text.ts';
import { takeDrawnHeight } from './drawn-height.ts';
import { LevelText } from '../microscope/shared/level-text.tsx';
import { useRepeatText } from '../microscope/shared/repeat-text.ts';
import panel from '../microscope/shared/panel.module.css';

interface PanelPictureProps<Id extends ViewId> {
  readonly armId: ArmId;
  readonly view: Id;
  /** Class of the note that says of which epoch and repeat the picture is. */
  readonly noteClassName?: string | undefined;
  readonly children: (picture: Views[Id]) => ReactNode;
}

export function PanelPicture<Id extends ViewId>(props: PanelPictureProps<Id>) {
  const { armId, view, noteClassName = panel.ofWhat, children } = props;
  const picture = usePicture(armId, view);
  if (!picture) return <NoPicture armId={armId} />;
  return (
    <>
      <OfWhat {...{ armId, view }} className={noteClassName} />
      {children(picture)}
    </>
  );
}

export function NoPicture({ armId }: { readonly armId: ArmId }) {
  const lane = useLane(armId);
  const status = usePlayground((state) => state.status);
  if (lane?.end?.kind === 'diverged')
    return <p className={panel.empty}>It diverged: there is nothing left to see inside.</p>;
  return (
    <p className={panel.empty} ref={takeDrawnHeight}>
      {whyNone(lane, status)}
    </p>
  );
}

function whyNone(lane: LaneHistory | null, status: string): string {
  if (status === 'training') return 'The first picture comes at the end of this epoch.';
  return lane ? 'The picture is being taken …' : 'The picture comes with the run.';
}

/**
 * Says of which epoch and repeat the picture is: not every epoch has a picture, and of several repeats only the
 * first has one. It stands first, so that no figure is taken for one of another epoch or of all repeats. Where one
 * arm has such a note the others keep the room for it, so that all pictures are level.
 */
export function OfWhat({ armId, view, className = '' }: OfWhatProps) {
  const epochOf = new Map(
    usePictureEpochs(armId, view).map((one) => [one.armId, epochSentence(one)] as const),
  );
  const repeat = useRepeatText(armId);
  const said = (epoch: string) =>
    [epoch, view === OF_ALL_REPEATS ? '' : repeat].filter((part) => part !== '').join(' ');
  const all = [...epochOf.values()].map(said);
  if (all.every((text) => text === '')) return null;
  return (
    <LevelText
      className={`${panel.note ?? ''} ${className}`}
      text={said(epochOf.get(armId) ?? '')}
      all={all}
    />
  );
}

/** "Picture of epoch 12, the nearest that was kept."; '' where it is the epoch on show. */
function epochSentence({ epoch, isOther, looksBack }: PictureEpoch): string {
  if (!isOther) return '';
  return `Picture of epoch ${epochText(epoch)}${looksBack ? ', the nearest that was kept' : ''}.`;
}

interface OfWhatProps {
  readonly armId: ArmId;
  readonly view: ViewId;
  readonly className?: string | undefined;
}

/** The view that compares the repeats with each other. */
const OF_ALL_REPEATS: ViewId = 'stability';
