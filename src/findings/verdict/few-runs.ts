/** Rule 3: one or two seeds give figures side by side and no ranking. */
import { joinWords } from '../../experiment/arm-name.ts';
import { validationRowsText } from './arm-words.ts';
import { LEAST_ARMS } from './arm-table.ts';
import { leadOneRun } from './leading-sentence.ts';
import { changesReserved } from './changes-on-the-way.ts';
import { byMean } from './comparison.ts';
import { describeDoubt, doubtBetween } from './doubt.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { describeOtherLosses } from './other-losses.ts';
import { withName } from '../metric.ts';
import type { Statement } from '../statement.ts';
import { isImproving, lastEpoch, stillImproving } from './still-improving.ts';

/** Arms over the seeds in which all of them have figures. */
export interface SideBySide {
  /** Best first. */
  readonly arms: readonly ArmEvidence[];
  /** Seeds that all of them have, and that they were given. */
  readonly seeds: number;
  readonly total: number;
}

export function placeSideBySide(evidence: Evidence, arms: readonly ArmEvidence[]): SideBySide {
  const [first, ...others] = arms;
  const shared = (first?.lanes ?? [])
    .map(({ replicate }) => replicate)
    .filter((replicate) => others.every(({ lanes }) => hasReplicate(lanes, replicate)));
  const kept = arms.map((arm) => ({
    ...arm,
    lanes: arm.lanes.filter(({ replicate }) => shared.includes(replicate)),
  }));
  const total = Math.max(...arms.map(({ replicates }) => replicates));
  return { arms: byMean(evidence, kept), seeds: shared.length, total };
}

function hasReplicate(lanes: ArmEvidence['lanes'], replicate: number): boolean {
  return lanes.some((lane) => lane.replicate === replicate);
}

/** One or two seeds that all arms share. */
export function compareFew(evidence: Evidence, arms: readonly ArmEvidence[]): Statement[] {
  const sideBySide = placeSideBySide(evidence, arms);
  const { seeds, total } = sideBySide;
  // The table has the figures.
  if (seeds === 1 && total === 1 && evidence.all.length >= LEAST_ARMS) return leadOneRun(evidence);
  if (seeds === 0) {
    const names = joinWords(arms.map(({ arm }) => arm.id));
    return [{ lead: 'Nothing to compare:', text: `${names} have no seed in common.` }];
  }
  const [leader, ...trailers] = sideBySide.arms;
  if (!leader) return [];
  const number = seeds === 1 ? 'One' : seeds === 2 ? 'Two' : String(seeds);
  const lead =
    total === seeds ? `${number} ${seeds === 1 ? 'run' : 'runs'}:` : `${number} of ${total} seeds:`;
  const doubt = seeds === 1 ? describeDoubt(evidence, sideBySide.arms) : null;
  const losses = describeOtherLosses(evidence, sideBySide.arms, doubt !== null);
  const text = [
    `${listFigures(evidence, sideBySide, 'end')}.`,
    ...(doubt === null ? [losses, adviceFor(sideBySide)] : [doubt, losses]),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
  const late = isImproving(evidence, leader) ? stillImproving(evidence, [leader]) : '';
  return [{ lead, text: text + late }, ...describeUnfinished(evidence, leader, trailers)];
}

function adviceFor({ seeds, total }: SideBySide): string {
  if (total > seeds) return 'Too few seeds are left to judge by.';
  return seeds === 1
    ? 'Another seed may differ; repeat over 5 seeds to judge.'
    : 'Two are too few to judge; repeat over 5 seeds.';
}

/** "B ends at 92.0 % validation accuracy, A at 76.4 % on the same 500 images" */
export function listFigures(
  evidence: Evidence,
  { arms, seeds }: SideBySide,
  how: 'end' | 'are',
): string {
  const { metric } = evidence;
  const verb = how === 'end' ? 'ends' : 'is';
  const items = arms.map((arm, index) => {
    const value = metric.value(meanFigure(arm, metric.figure)) + metric.unit;
    if (index > 0) return `${arm.arm.id} at ${value}`;
    return `${arm.arm.id} ${verb} at ${withName(metric, value)}`;
  });
  const where = validationRowsText(evidence, { armCount: arms.length, seedCount: seeds });
  const average = seeds === 1 ? '' : `, on average over ${seeds} seeds`;
  // One arm alone claims nothing beside what is said of its changes.
  const changed = arms.length === 1 ? '' : changesReserved(evidence, arms);
  return `${items.join(', ')} ${where}${average}${changed}`;
}

/** Rule 9, for those that are behind for certain. */
function describeUnfinished(
  evidence: Evidence,
  leader: ArmEvidence,
  trailers: readonly ArmEvidence[],
): Statement[] {
  const behind = trailers.filter(
    (arm) => doubtBetween(evidence, leader, arm) === null && isImproving(evidence, arm),
  );
  const [first] = behind;
  if (!first) return [];
  const names = joinWords(behind.map(({ arm }) => arm.id));
  const [are, improve] = behind.length === 1 ? ['is', 'improves'] : ['are', 'improve'];
  const text = `${names} ${are} behind but still ${improve} at epoch ${lastEpoch(first)}; no ranking yet.`;
  return [{ lead: 'Not finished:', text }];
}
