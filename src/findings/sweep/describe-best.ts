/** Rules 1, 3 and 7: the best cell, its ties, and the best for each value of a problem. */
import { capitalized } from '../../base/text/capitalized.ts';
import { countOf } from '../../base/text/count-of.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import type { Statement } from '../statement.ts';
import { forEachGiven, givenLabel, isChosen } from './choice-groups.ts';
import type { ChoiceGroup } from './choice-groups.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { cellName, errorOf, listWords, methodText, withError } from './sweep-words.ts';

export function describeBest(
  material: ConclusionMaterial,
  groups: readonly ChoiceGroup[],
): Statement[] {
  const [first] = groups;
  if (!first) return [];
  if (!isChosen(material)) return [nothingChosen(material)];
  if (first.given !== null)
    return [bestForEach(material, groups), ...tiesForEach(material, groups)];
  if (first.choice.ties.length > 0 && first.choice.ties.length === first.cells.length - 1)
    return [allTied(material, first)];
  return [bestOf(material, first), ...tiesOf(material, first)];
}

/** "92.7 ± 0.4 %" */
function figureOf({ metric }: ConclusionMaterial, { choice: { best } }: ChoiceGroup): string {
  return withError(metric, best.summary.mean, errorOf(best));
}

function bestOf(material: ConclusionMaterial, group: ChoiceGroup): Statement {
  const { metric, judgement } = material;
  const among =
    group.cells.length === 1 ? 'The only cell:' : `Best of ${group.cells.length} cells:`;
  return {
    lead: `${among} ${cellName(material, group.choice.best.place)},`,
    text: `${metric.name} ${figureOf(material, group)} (${methodText(judgement)}).`,
  };
}

function bestForEach(material: ConclusionMaterial, groups: readonly ChoiceGroup[]): Statement {
  const { metric, judgement } = material;
  const bests = groups.map((group) => {
    const name = cellName(material, group.choice.best.place, 'choices');
    return { given: group.given, text: `${name}, ${figureOf(material, group)}` };
  });
  return {
    lead: `${capitalized(givenLabel(material))}: given, not chosen, so each value has its own best.`,
    text: `${forEachGiven(material, bests)} ${capitalized(metric.name)}, ${methodText(judgement)}.`,
  };
}

function nothingChosen({ axes }: ConclusionMaterial): Statement {
  const problems = joinWords(axes.map(({ label }) => label));
  return {
    lead: 'Nothing is chosen:',
    text: `no value of ${problems} is the best, since ${axes.length === 1 ? 'it is' : 'both are'} given.`,
  };
}

function tiesOf(material: ConclusionMaterial, { choice, given }: ChoiceGroup): Statement[] {
  const { best, ties } = choice;
  if (ties.length === 0) return [];
  const where = given === null ? '' : ` at ${givenLabel(material)} ${given}`;
  const which = given === null ? 'all' : 'choices';
  const names = listWords(ties.map(({ place }) => cellName(material, place, which)));
  return [
    {
      lead: `A tie${where}:`,
      text: `${names} ${ties.length === 1 ? 'has' : 'have'} the same mean as ${cellName(material, best.place, which)}, which is named because it comes first.`,
    },
  ];
}

function tiesForEach(material: ConclusionMaterial, groups: readonly ChoiceGroup[]): Statement[] {
  return groups.flatMap((group) => tiesOf(material, group));
}

function allTied(material: ConclusionMaterial, group: ChoiceGroup): Statement {
  return {
    lead: `All ${countOf(group.cells.length, 'cells')} tie`,
    text: `at ${material.metric.name} ${figureOf(material, group)} (${methodText(material.judgement)}): this sweep shows no difference.`,
  };
}
