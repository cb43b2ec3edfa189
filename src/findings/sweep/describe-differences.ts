/** Rule 4: whether the best differs from the runner-up, from the plain cell, and from how many others. */
import type { Statement } from '../statement.ts';
import { leadOver, leadText, plainCellOf } from './against-best.ts';
import type { Lead } from './against-best.ts';
import { forEachGiven, isChosen } from './choice-groups.ts';
import type { ChoiceGroup } from './choice-groups.ts';
import type { JudgedCell } from './choose-cell.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { cellName } from './sweep-words.ts';

export function describeDifferences(
  material: ConclusionMaterial,
  all: readonly ChoiceGroup[],
): Statement[] {
  const groups = all.filter(({ cells }) => cells.length > 1);
  const [first] = groups;
  if (!first || !isChosen(material) || groups.every(isAllTied)) return [];
  const { foldCount, seeds } = material.judgement;
  if ((foldCount ?? 1) * seeds === 1)
    return [
      {
        lead: 'One training a cell:',
        text: 'no difference can be told from luck. Judge by folds, or by more seeds.',
      },
    ];
  const leads = (group: ChoiceGroup) =>
    group.cells
      .filter((cell) => cell !== group.choice.best)
      .map((cell) => leadOver(material, group, cell));
  if (first.given === null) return oneChoice(material, first, leads(first));
  const each = groups.map((group) => ({ group, leads: leads(group) }));
  return [...plainForEach(material, each), tally(material, each)];
}

/** How much the intervals may be trusted, and what they hold for. */
function scopeOf({ judgement }: ConclusionMaterial, comparisons: number): string {
  const { foldCount, seedsRedrawRows } = judgement;
  const method =
    foldCount !== null
      ? 'corrected for training sets that overlap (Nadeau & Bengio 2003)'
      : seedsRedrawRows
        ? 'over seeds that draw their own rows; where draws overlap they are somewhat too narrow'
        : 'over the seeds of this one split: of other rows they say nothing';
  // What is compared was picked by the same figures, and some of many intervals miss.
  const picked =
    comparisons === 1
      ? ''
      : ' Each is for one comparison; the best was picked by these same figures, which flatters its lead.';
  return `Intervals are ${method}.${picked}`;
}

function oneChoice(
  material: ConclusionMaterial,
  group: ChoiceGroup,
  leads: readonly Lead[],
): Statement[] {
  const { metric } = material;
  const second = runnerUpOf(material, group);
  const plain = plainCellOf(material, group);
  const compared = (cell: JudgedCell | null, what: string): Statement[] => {
    const lead = leads.find((one) => one.cell === cell);
    if (!cell || !lead) return [];
    const end = lead.isClear ? '.' : ': this sweep cannot tell them apart.';
    return [
      {
        lead: `${what}${cellName(material, cell.place)}:`,
        text: `the best is ${leadText(metric, lead)}${end}`,
      },
    ];
  };
  // A cell that is level with the best was named as a tie.
  const isTie = second !== null && group.choice.ties.includes(second);
  return [
    ...compared(isTie ? null : second, 'Against the runner-up, '),
    ...compared(plain === second ? null : plain, 'Against '),
    tally(material, [{ group, leads }]),
  ];
}

function runnerUpOf(
  material: ConclusionMaterial,
  { cells, choice }: ChoiceGroup,
): JudgedCell | null {
  const sign = material.metric.better === 'highest' ? -1 : 1;
  const others = cells.filter((cell) => cell !== choice.best);
  return [...others].sort((a, b) => sign * (a.summary.mean - b.summary.mean))[0] ?? null;
}

interface GroupLeads {
  readonly group: ChoiceGroup;
  readonly leads: readonly Lead[];
}

/** By how much the best cell beats the plain one, for each value of the problem. */
function plainForEach(material: ConclusionMaterial, all: readonly GroupLeads[]): Statement[] {
  const found = all.flatMap(({ group, leads }) => {
    const plain = plainCellOf(material, group);
    const lead = leads.find(({ cell }) => cell === plain);
    if (!plain || !lead) return [];
    const name = cellName(material, plain.place, 'choices');
    const doubt = lead.isClear ? '' : ', not told apart';
    return [{ name, given: group.given, text: `${leadText(material.metric, lead)}${doubt}` }];
  });
  const [first] = found;
  if (!first) return [];
  return [
    {
      lead: `The best against ${first.name}.`,
      text: forEachGiven(material, found),
    },
  ];
}

function tally(material: ConclusionMaterial, all: readonly GroupLeads[]): Statement {
  const counts = all.map(({ group, leads }) => ({
    given: group.given,
    count: leads.filter(({ isClear }) => !isClear).length,
    others: leads.length,
  }));
  const comparisons = counts.reduce((sum, { others }) => sum + others, 0);
  const scope = scopeOf(material, comparisons);
  const [only] = counts;
  if (only && only.given === null) return { lead: tallyText(only), text: scope };
  const each = counts.map(({ given, count, others }) => ({ given, text: `${count} of ${others}` }));
  return {
    lead: 'Other cells that cannot be told from the best.',
    text: `${forEachGiven(material, each)} ${scope}`,
  };
}

function tallyText({ count, others }: { readonly count: number; readonly others: number }): string {
  if (others === 1)
    return count === 0
      ? 'The other cell can be told from the best.'
      : 'The other cell cannot be told from the best.';
  if (count === 0)
    return `${others === 2 ? 'Both' : `All ${others}`} other cells can be told from the best.`;
  if (count === others)
    return `${others === 2 ? 'Neither' : 'None'} of the ${others} other cells can be told from the best.`;
  return `${count} of the ${others} other cells cannot be told from the best.`;
}

function isAllTied({ cells, choice }: ChoiceGroup): boolean {
  return choice.ties.length === cells.length - 1;
}
