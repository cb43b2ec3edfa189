// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConfusionView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { confusionRows } from './confusion-rows.ts';
import { Confusion } from './confusion.tsx';
import { describeConfusion } from './describe-confusion.ts';

/** Ten digits: all `right` times right, but for these. */
function digitsView(right: number, mixups: readonly (readonly [number, number, number])[]) {
  const counts = new Uint32Array(100);
  for (let digit = 0; digit < 10; digit++) counts[11 * digit] = right;
  for (const [trueClass, answer, times] of mixups) {
    counts[10 * trueClass + answer] = times;
    counts[11 * trueClass] = (counts[11 * trueClass] ?? 0) - times;
  }
  return { classes: 10, counts };
}

function open(views: readonly ConfusionView[]) {
  const { store, frame } = openPlayground();
  render(
    <Surrounded store={store}>
      <section aria-label="A">
        <Confusion armId="A" />
      </section>
      <section aria-label="B">
        <Confusion armId="B" />
      </section>
    </Surrounded>,
  );
  act(() => frame(pictureFrame(views.map((confusion) => ({ confusion })))));
  return (name: string) => within(screen.getByRole('region', { name }));
}

/** The texts of a true digit's row in an arm's table, and its shades. */
function rowOf(name: string, digit: number) {
  const card = within(screen.getByRole('region', { name }));
  // Below the row of the columns' heads.
  const row = card.getAllByRole('row')[digit + 1];
  if (!row) throw new Error(`There is no row ${digit}.`);
  const cells = within(row).getAllByRole('cell');
  return {
    texts: cells.map((cell) => cell.textContent),
    shades: cells.map((cell) => Number.parseFloat(cell.style.getPropertyValue('--shade') || '0')),
  };
}

describe('confusion', () => {
  it('is a table of counts and row shares, true digits as rows', () => {
    const card = open([
      digitsView(50, [
        [3, 8, 5],
        [3, 5, 20],
        [9, 4, 50],
      ]),
      digitsView(50, []),
    ])('A');
    const table = card.getByRole('table', {
      name: 'Rows: true digit. Columns: what is answered.',
    });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(10);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(10);
    expect(rowOf('A', 3).texts).toEqual([
      ...['0', '0', '0', '2550', '0', '2040', '0', '0', '510', '0'],
    ]);
    expect(rowOf('A', 0).texts[0]).toBe('50all');
    expect(
      card.getByText(
        '75 of 500 validation images are wrong. Most often it says 4 where 9 is true: 50 of 50.',
      ),
    ).toBeVisible();
  });

  it('shades wrong answers by their share, on one scale for all arms', () => {
    const cards = open([digitsView(50, [[3, 8, 5]]), digitsView(50, [[3, 8, 20]])]);
    const [a, b] = [rowOf('A', 3).shades, rowOf('B', 3).shades];
    // 45 % of the arm's colour is the deepest.
    expect([a[8], b[8]]).toEqual([11.3, 45]);
    // What is right takes no part in it.
    expect(a[3]).toBe(0);
    expect(cards('A').getByText(/the deepest shade of wrong, in any arm, is 40 %/)).toBeVisible();
  });

  it.each([
    [50, 'both', 'counts'],
    [100, 'both', 'shares'],
    [1000, 'shares', 'shares'],
  ])('of ten classes with %i rows each, narrow cells hold %s and large type %s', (...facts) => {
    const [rows, narrow, presented] = facts;
    const card = open([digitsView(rows, []), digitsView(1, [])])('B');
    // By the largest count of all arms, so that they show the same.
    const figures = card.getByRole('table').parentElement;
    expect(figures?.dataset).toMatchObject({ narrow, presented });
  });

  it('says that nothing is wrong, without a scale', () => {
    const card = open([digitsView(7, []), digitsView(7, [])])('A');
    expect(card.getByText('All 70 validation images are right.')).toBeVisible();
    expect(card.getByText(/The diagonal is right\.$/)).toBeVisible();
  });

  it('names the classes, and does not single out one of equals', () => {
    const rows = confusionRows({ classes: 2, counts: Uint32Array.of(40, 5, 5, 150) });
    const words = { examples: 'tumours', class: 'class' };
    expect(describeConfusion(rows, { classNames: ['malignant', 'benign'], words })).toBe(
      '10 of 200 validation tumours are wrong. Among the most frequent confusions: it says “benign” where “malignant” is true: 5\u00a0of\u00a045.',
    );
  });
});
