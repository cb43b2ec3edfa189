/** Which validation rows only some arms get wrong, and the most telling of them. */
import type { MistakesView, ShownExample } from '../../../../protocol/views.ts';

export interface Divided {
  /** Rows that some arms get wrong and others right. */
  readonly rows: readonly number[];
  /** Of the most confident mistakes of every arm those that another arm gets right, surest first. */
  readonly examples: readonly ShownExample[];
}

/** `views` of all arms, over the same validation rows. */
export function onlySomeWrong(views: readonly MistakesView[]): Divided {
  const [first] = views;
  const rows = first ? [...first.trueClasses.keys()].filter((row) => divides(views, row)) : [];
  const divided = new Set(rows);
  const byRow = new Map(
    views.flatMap(({ examples }) =>
      examples.flatMap((example): [number, ShownExample][] =>
        divided.has(example.row) ? [[example.row, example]] : [],
      ),
    ),
  );
  const examples = [...byRow.values()].sort(
    (a, b) => certaintyOfWrong(views, b.row) - certaintyOfWrong(views, a.row) || a.row - b.row,
  );
  return { rows, examples };
}

export function isWrong({ answers, trueClasses }: MistakesView, row: number): boolean {
  return answers[row] !== trueClasses[row];
}

function divides(views: readonly MistakesView[], row: number): boolean {
  const wrong = views.filter((view) => isWrong(view, row)).length;
  return wrong > 0 && wrong < views.length;
}

/** How sure the surest of the arms with a wrong answer is. */
function certaintyOfWrong(views: readonly MistakesView[], row: number): number {
  return Math.max(...views.map((view) => (isWrong(view, row) ? (view.certainties[row] ?? 0) : 0)));
}
