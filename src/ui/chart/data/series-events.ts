/** What happened to the lines, in sentences without full stops: at one place, or in all of the run. */
import { epochText } from '../../../base/text/figure-text.ts';
import { epochAt } from '../axis/series-position.ts';
import type { ChartChange, MarkedPlace, Parting, Series, Stretch } from './series-types.ts';

/** "B: dropout 0.5 → 0.2 at epoch 12.4" */
function changedText(series: readonly Series[], { ownerId, epoch, text }: ChartChange): string {
  const whose = series.find(({ owner }) => owner.id === ownerId)?.owner.label ?? ownerId;
  return `${whose ?? 'All'}: ${text} at epoch ${epochText(epoch)}`;
}

/** Where the changes are on the axis: a change of all owners once for each length of an epoch. */
export function changePlaces(
  series: readonly Pick<Series, 'owner' | 'pace' | 'isReference'>[],
  { ownerId, epoch }: ChartChange,
): readonly number[] {
  const own = series.filter(
    (one) => !one.isReference && (ownerId === null || one.owner.id === ownerId),
  );
  return [...new Set(own.map(({ pace }) => pace))].map((pace) => epoch * pace);
}

/** All events of the run. */
export function listEvents(
  series: readonly Series[],
  changes: readonly ChartChange[],
): readonly string[] {
  const main = series.filter(({ isMain, isReference }) => isMain && !isReference);
  return [
    ...main.flatMap((one) => one.partings.map((parting) => partingText(one, parting))),
    ...main.flatMap(restoredTexts),
    ...changes.map((change) => changedText(series, change)),
  ];
}

interface Place {
  readonly at: number;
  /** How near a change must be to be read. */
  readonly reach: number;
}

/** The events at one place on the axis. */
export function eventsAt(
  series: readonly Series[],
  changes: readonly ChartChange[],
  { at, reach }: Place,
): readonly string[] {
  const main = series.filter(({ isMain, isReference }) => isMain && !isReference);
  const isNear = (change: ChartChange) =>
    changePlaces(series, change).some((place) => Math.abs(place - at) <= reach);
  return [
    ...main.flatMap((one) => eventsOfLine(one, epochAt(one, at))),
    ...changes.filter(isNear).map((change) => changedText(series, change)),
  ];
}

interface Said {
  readonly stretches: readonly Stretch[];
  readonly marked: readonly MarkedPlace[];
}

/** What is said of the place itself. */
export function saidAt({ stretches, marked }: Said, at: number): readonly string[] {
  return [
    ...marked.filter((one) => one.at === at),
    ...stretches.filter(({ from, to }) => at >= from && at <= to),
  ].map(({ label }) => label);
}

function eventsOfLine(one: Series, epoch: number): readonly string[] {
  const { owner, best, laterBest, upTo, stopped, last, partings, restored, kind } = one;
  return [
    ...(best === epoch
      ? [`${owner.label}: best ${kind.name}${upTo === null ? '' : ' so far'}`]
      : []),
    ...(laterBest === epoch ? [`${owner.label}: best ${kind.name} of the run`] : []),
    ...partings
      .filter((parting) => parting.epoch === epoch)
      .map((parting) => partingText(one, parting)),
    ...(stopped !== null && last === epoch ? [`${owner.label} ${endWord(stopped)} here`] : []),
    ...restoredTexts({ ...one, restored: restored.filter((each) => each.epoch === epoch) }),
  ];
}

/** "A: 1 of 5 seeds diverged after epoch 12, the mean goes on with 4" */
function partingText(
  { owner, columns }: Pick<Series, 'owner' | 'columns'>,
  { epoch, kind, lanes, remaining }: Parting,
): string {
  const who = `${owner.label}: ${lanes} of ${columns.length} seeds`;
  return `${who} ${endWord(kind)} after epoch ${epoch}, the mean goes on with ${remaining}`;
}

/** The epochs that were restored, in words. */
function restoredTexts({
  owner,
  restored,
  columns,
}: Pick<Series, 'owner' | 'restored' | 'columns'>): readonly string[] {
  return restored.map(({ epoch, lanes }) => {
    const where = columns.length > 1 ? ` in ${lanes} of ${columns.length} seeds` : '';
    return `${owner.label} restored the weights of epoch ${epoch}${where}`;
  });
}

function endWord(kind: string): string {
  return kind === 'stoppedEarly' ? 'stopped early' : kind;
}
