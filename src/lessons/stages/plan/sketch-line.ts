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
    const values = Array.from({ length }, (_, place) => {
      const at = chartPlaces.indexOf(place);
      return at < 0 ? NaN : (sketched[at] ?? NaN) / perFigure;
    });
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
