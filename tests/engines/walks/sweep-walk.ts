/** Sweep: one axis is trained over folds, judged, and a cell opens in Compare. Returns the table of its cells. */
import { expect } from 'vitest';
import type { Visit } from '../visit.ts';
import type { Walk } from './walk.ts';

export const sweepWalk: Walk = {
  page: 'Sweep',
  go: async (visit) => {
    await visit.open('#/sweep');
    await visit.until('the sweep can be started', () => {
      const buttons = [...document.querySelectorAll('button')];
      return buttons.some(({ textContent, disabled }) => textContent === 'Start' && !disabled);
    });
    await oneAxis(visit);
    await visit.click('button', 'Start');
    await visit.until(
      'the sweep is finished',
      () =>
        document
          .querySelector('[aria-label="Sweep status"]')
          ?.textContent.startsWith('finished') === true,
    );
    const table = await visit.evaluate(tableText);
    // A row of names, and six strengths.
    expect(table).toHaveLength(7);
    await visit.until(
      'the chart is drawn',
      () => document.querySelector('figure[aria-label="Scores"] .recharts-line path') !== null,
    );
    expect(await visit.noise()).toEqual([]);
    return table;
  },
};

async function oneAxis(visit: Visit) {
  await visit.evaluate(() => {
    const down = document.querySelector<HTMLSelectElement>('select[aria-label="Setting down"]');
    if (!down) throw new Error('There is no second axis to take away.');
    down.value = 'none';
    down.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await visit.until(
    'there is one axis',
    () => document.querySelector('section[aria-label="Grid"]') === null,
  );
}

/** A line a cell, without the time that it took. */
function tableText(): string[] {
  const rows = document.querySelectorAll('[aria-label="Table of cells"] tr');
  return [...rows].map((row) =>
    [...row.children]
      .slice(0, -1)
      .map(({ textContent }) => textContent)
      .join(' | '),
  );
}
