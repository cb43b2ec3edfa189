import { expect, it } from 'vitest';
import { describeClass, seatsApart } from './describe-class.ts';
import type { ClassFigures } from './describe-class.ts';

const of = (names: readonly string[], ...rows: readonly (readonly number[])[]): ClassFigures => ({
  ...{ label: 'Validation accuracy', unit: '%', names },
  seats: rows.map((values, index) => ({ seat: index + 1, values })),
});
const text = (figures: ClassFigures) =>
  describeClass(figures)
    .map(({ lead, text }) => `${lead} ${text}`)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');

it('has the mean with its sd and interval', () => {
  // Mean 76, sd √2.5 = 1.58, half 2.776 · 1.58 / √5 = 1.96.
  expect(text(of(['end'], [74], [75], [76], [77], [78]))).toBe(
    'Mean 76.0 %, validation accuracy over 5 seats. Standard deviation from seat to seat 1.6 points; 95 % interval of the mean 74.0 to 78.0 %.\n' +
      'No seat lies apart: none is more than 3 scaled median absolute deviations from the median.',
  );
});

it('names seats that lie apart, and the rule', () => {
  const figures = of(['end'], [76], [77], [75], [76.5], [40], [75.5]);
  expect(seatsApart(figures, 0).map(({ seat }) => seat)).toEqual([5]);
  expect(text(figures)).toContain(
    'One seat lies apart: seat 5 (40.0 %), more than 3 scaled median absolute deviations from the median, which is 75.8 %.',
  );
});

it('calls nobody apart where more than half are equal', () => {
  expect(seatsApart(of(['end'], [1], [1], [1], [1], [9]), 0)).toEqual([]);
});

it('says that a difference is clear, or that none is shown, or that seats are too few', () => {
  const two = ['plain', 'dropout'];
  expect(text(of(two, [72, 89], [70, 88], [75, 90]))).toContain(
    'Dropout is higher than plain: +16.7 points in validation accuracy (95 % interval 12.9 to 20.5; 3 seats, higher in all), at these settings.',
  );
  expect(text(of(two, [72, 73], [72, 71], [72, 72]))).toContain(
    'No difference shown: dropout minus plain is 0.0 points, 95 % interval −2.5 to +2.5 (3 seats).',
  );
  expect(text(of(two, [72, 73], [72, 75]))).toContain(
    'Too few seats to judge: dropout minus plain is +2.0 points on average.',
  );
});

it('makes no interval of no width from equal figures, and says nothing of nothing', () => {
  expect(text(of(['end'], [76], [76], [76]))).toContain('interval of the mean 75.9 to 76.1');
  expect(describeClass(of(['end']))).toEqual([]);
});
