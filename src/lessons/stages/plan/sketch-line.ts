/** What was sketched, as a line of the chart that shows what came. */
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { ValueLine } from '../../../ui/chart/data/series-of-lines.ts';
import type { LessonSession } from '../../session/lesson-session.ts';

const OWNER: LineOwner = {
  ...{ id: 'prediction', label: 'you', name: 'your prediction' },
  ...{ color: 'var(--prediction)', textColor: 'var(--prediction-text)' },
  ...{ markerShape: 'circle', dash: '5 3' },
};

/** `length`: places of the chart's axis. Null: nothing was sketched that lies on it. */
export function sketchLine(
  { questions, answers }: Pick<LessonSession, 'questions' | 'answers'>,
  length: number,
): ValueLine | null {
  for (const { id, form } of questions) {
    const answer = answers[id];
    if (form.kind !== 'sketch' || !form.chartPlaces || !Array.isArray(answer)) continue;
    const sketched: readonly number[] = answer;
    const { chartPlaces, perFigure = 1 } = form;
    const known = chartPlaces.map(
      (place, at) => [place, (sketched[at] ?? NaN) / perFigure] as const,
    );
    const values = Array.from({ length }, (_, place) => between(known, place));
    return {
      ...{ owner: OWNER, values },
      kind: {
        ...{ name: 'prediction', short: '', legend: 'your prediction' },
        ...{ look: 'dashed', points: 'filled' },
      },
    };
  }
  return null;
}

/** At a place that was not asked for: on the straight line from the one before to the one after. */
function between(
  known: readonly (readonly [place: number, value: number])[],
  place: number,
): number {
  const before = known.findLast(([at]) => at <= place);
  const after = known.find(([at]) => at >= place);
  if (!before || !after) return NaN;
  const share = after[0] === before[0] ? 0 : (place - before[0]) / (after[0] - before[0]);
  return before[1] + share * (after[1] - before[1]);
}
