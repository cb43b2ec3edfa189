/** Rule 14: how well arms answer when hidden units are removed, where that was measured. */
import { count, percent, wholePercent } from '../../base/text/figure-text.ts';
import type { RedundancyView } from '../../protocol/views.ts';
import type { Evidence } from './evidence.ts';
import { ACCURACY } from '../metric.ts';
import type { Statement } from '../statement.ts';

interface Curve {
  readonly id: string;
  readonly view: RedundancyView;
}

/** Of the first repeat of every arm, at the end; null: not measured of all, or there are no units. */
export function removedUnitsOf({ arms, material }: Evidence): readonly Curve[] | null {
  const curves = arms.flatMap(({ arm }): Curve[] => {
    const view = material.removedUnits?.(arm.id) ?? null;
    return view && view.points.length > 1 ? [{ id: arm.id, view }] : [];
  });
  return curves.length > 0 && curves.length === arms.length ? curves : null;
}

export function describeRemovedUnits(evidence: Evidence): Statement[] {
  const curves = removedUnitsOf(evidence);
  const [first] = curves ?? [];
  if (!curves || !first) return [];
  const { points, rows, draws } = first.view;
  const last = points.length - 1;
  const sorted = [...curves].sort((a, b) => accuracyAt(b, last) - accuracyAt(a, last));
  const items = points.slice(0, last).map(({ share }, index) => {
    const figures = sorted.map(
      (curve) => `${curve.id} ${ACCURACY.value(accuracyAt(curve, index))}`,
    );
    const which = share === 0 ? 'with all units' : `without ${wholePercent(share)}`;
    return `${which} ${figures.join(', ')}${ACCURACY.unit}`;
  });
  const [best, ...others] = sorted.map(
    (curve) => `${curve.id} ${percent(accuracyAt(curve, last))}`,
  );
  const whose = curves.length === 1 ? 'its' : 'their';
  const where = evidence.arms.some(({ lanes }) => lanes.length > 1) ? ' of the first seed' : '';
  const mean = draws > 1 ? `, the mean of ${draws} draws` : ', one draw';
  return [
    {
      lead: `Without ${wholePercent(points[last]?.share ?? NaN)} of ${whose} hidden units: ${[best, ...others].join(', ')} right;`,
      text: `${items.join('; ')} (${count(rows)} validation ${evidence.material.noun}${where}${mean}).`,
    },
  ];
}

function accuracyAt({ view }: Curve, index: number): number {
  return view.points[index]?.accuracy ?? NaN;
}
