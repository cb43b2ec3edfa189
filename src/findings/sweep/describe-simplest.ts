/** Rule 2: the simplest cell within one standard error of the best, or why there is none. */
import type { Statement } from '../statement.ts';
import type { ChoiceGroup } from './choice-groups.ts';
import { forEachGiven, isChosen } from './choice-groups.ts';
import type { ConclusionAxis, ConclusionMaterial } from './conclusion-material.ts';
import { cellName } from './sweep-words.ts';

export function describeSimplest(
  material: ConclusionMaterial,
  groups: readonly ChoiceGroup[],
): Statement[] {
  const { axes, judgement } = material;
  if (!isChosen(material) || !groups.some(({ cells }) => cells.length > 1)) return [];
  const directed = axes.filter(({ simpler, isProblem }) => simpler !== 'neither' && !isProblem);
  if (judgement.foldCount === null)
    return none('a single split has no standard error. Judge by folds to have one.');
  if (directed.length === 0) {
    const labels = axes.flatMap(({ label, isProblem }) => (isProblem ? [] : [label])).join(' or ');
    return none(`no ${labels} is simpler than another.`);
  }
  const found = groups.map((group) => ({ given: group.given, text: choiceText(material, group) }));
  const isOne = groups.every(({ given }) => given === null);
  const direction = directed.map(directionOf).join(', then ');
  return [
    {
      lead: `Simplest within one standard error of ${isOne ? 'the best:' : 'each best.'}`,
      text: `${forEachGiven(material, found)} Simpler means ${direction}.`,
    },
  ];
}

function none(reason: string): Statement[] {
  return [{ lead: 'No one-standard-error choice:', text: reason }];
}

/** "L2 0.03, 89.3 against 90.0 % (cut-off 88.6 %)" */
function choiceText({ axes, metric }: ConclusionMaterial, { choice, given }: ChoiceGroup): string {
  const { best, simplest, cutOff } = choice;
  const which = given === null ? 'all' : 'choices';
  const limit = `${metric.value(cutOff ?? NaN)}${metric.unit}`;
  const name = cellName({ axes }, (simplest ?? best).place, which);
  if (isSimplestOfAll(axes, best.place)) return `${name}, the best itself, as none is simpler`;
  if (!simplest || simplest === best)
    return `${name}, the best itself, as no simpler cell is within the cut-off of ${limit}`;
  const figure = metric.value(simplest.summary.mean);
  return `${name}, ${figure} against ${metric.value(best.summary.mean)}${metric.unit} (cut-off ${limit})`;
}

/** "L2 up" */
function directionOf({ label, simpler }: ConclusionAxis): string {
  return `${label} ${simpler === 'last' ? 'up' : 'down'}`;
}

/** Whether a cell is at the simpler end of every axis that has one. */
function isSimplestOfAll(axes: readonly ConclusionAxis[], place: readonly number[]): boolean {
  return axes.every(({ simpler, isProblem, values, off }, axis) => {
    if (simpler === 'neither' || isProblem) return true;
    return place[axis] === (simpler === 'first' ? (off === 0 ? 1 : 0) : values.length - 1);
  });
}
