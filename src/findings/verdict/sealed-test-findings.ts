/** What the test set says, once its seal was broken: figures, and whether its rows tell arms apart. */
import { countOf } from '../../base/text/count-of.ts';
import { RISK } from './comparison.ts';
import { doubtOfShares, doubtSentence } from './doubt.ts';
import type { Evidence } from './evidence.ts';
import { fewRowsText, hasFewRows } from './few-rows.ts';
import type { Statement } from '../statement.ts';
import type { VerdictMaterial } from './verdict-material.ts';

/** "accuracy B 88.4, A 73.1 %", the best first. */
export function describeSealedTest({ arms, material, metric }: Evidence): Statement[] {
  const { sealedTest, noun } = material;
  if (!sealedTest?.figureOf) return [];
  const { figureOf, rows } = sealedTest;
  const sign = metric.better === 'highest' ? -1 : 1;
  const known = arms
    .flatMap(({ arm, lanes }) => {
      const value = figureOf(arm.id);
      return value === null ? [] : [{ id: arm.id, value, seeds: lanes.length }];
    })
    .sort((a, b) => sign * (a.value - b.value));
  if (known.length === 0) return [];
  const figures = known.map(({ id, value }) => `${id} ${metric.value(value)}`).join(', ');
  const seeds = Math.max(...known.map((one) => one.seeds));
  const doubt = seeds === 1 && metric.better === 'highest' ? testDoubt(known, material) : null;
  const few = hasFewRows(rows)
    ? `So few say little: ${fewRowsText(rows, metric.better === 'highest')}`
    : null;
  const average = seeds === 1 ? '' : ', on average over its seeds';
  const name = metric.better === 'highest' ? 'accuracy ' : 'loss ';
  return [
    {
      lead: 'The opened test set says:',
      text: [`${name}${figures}${metric.unit} on ${countOf(rows, noun)}${average}.`, doubt, few]
        .filter((sentence) => sentence !== null)
        .join(' '),
    },
  ];
}

/** What both answered there is not known: only what their figures leave room for. */
function testDoubt(
  known: readonly { readonly id: string; readonly value: number }[],
  { sealedTest, noun }: VerdictMaterial,
): string | null {
  const [best, ...others] = known;
  if (!best || !sealedTest) return null;
  const { rows } = sealedTest;
  const risk = RISK / ((known.length * others.length) / 2);
  const doubts = others.map(({ id, value }) => {
    const doubt = doubtOfShares({ high: best.value, low: value, rows, known: null, risk });
    return { id, doubt };
  });
  return doubtSentence(best.id, doubts, countOf(rows, noun));
}
