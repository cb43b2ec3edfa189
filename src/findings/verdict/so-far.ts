/** Before the end, and looking back: figures side by side at the epoch on show, and no claim beyond them. */
import { epochText } from '../../base/text/figure-text.ts';
import type { Evidence } from './evidence.ts';
import { listFigures, placeSideBySide } from './few-runs.ts';
import type { SideBySide } from './few-runs.ts';
import type { Statement } from '../statement.ts';

export function describeSoFar(evidence: Evidence): Statement[] {
  const { arms, material } = evidence;
  if (arms.length === 0) return [];
  const epoch = Math.max(...arms.flatMap(({ lanes }) => lanes.map(({ row }) => row.epoch)));
  const sideBySide = placeSideBySide(evidence, arms);
  if (sideBySide.seeds === 0) return [];
  const { epochs } = material.experiment.training;
  const isLookingBack = material.runPhase === 'lookingBack';
  const figures = listFigures(evidence, sideBySide, 'are');
  return [
    {
      lead: `${isLookingBack ? 'Looking back, at' : 'So far, at'} epoch ${epochText(epoch)} of ${epochs}${epoch === 0 ? ', before any training' : ''}:`,
      text: `${figures}${consistency(evidence, sideBySide)}.${isLookingBack ? ' The verdict is for the last epoch.' : ''}`,
    },
  ];
}

/** "; B is ahead in 4 of 5" for two arms over several seeds. */
function consistency({ metric }: Evidence, { arms, seeds }: SideBySide): string {
  const [leader, trailer] = arms;
  if (!leader || !trailer || arms.length > 2 || seeds < 2) return '';
  const ahead = leader.lanes.filter(({ row, replicate }) => {
    const other = trailer.lanes.find((lane) => lane.replicate === replicate);
    return other && isAhead(metric.better, row[metric.figure], other.row[metric.figure]);
  });
  if (ahead.length === 0) return '';
  const inAll = ahead.length === seeds ? 'all' : `${ahead.length} of ${seeds}`;
  return `; ${leader.arm.id} is ahead in ${inAll}`;
}

function isAhead(better: 'highest' | 'lowest', own: number, other: number): boolean {
  return better === 'highest' ? own > other : own < other;
}
