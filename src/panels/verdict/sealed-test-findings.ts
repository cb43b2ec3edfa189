/** What the test set says, once its seal was broken: figures only, since the choice was made before. */
import { count } from '../../ui/figure-text.ts';
import type { Evidence } from './evidence.ts';
import type { Statement } from './statement.ts';

/** "B 88.4, A 73.1 %", the best first. */
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
  const average = seeds === 1 ? '' : ', on average over its seeds';
  const name = metric.better === 'highest' ? '' : 'loss ';
  return [
    {
      lead: 'The opened test set says:',
      text: `${name}${figures}${metric.unit} on ${count(rows)} ${noun}${average}.`,
    },
  ];
}
