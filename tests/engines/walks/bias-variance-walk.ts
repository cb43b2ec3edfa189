/**
 * Bias–variance: few networks, which all have to be the same everywhere, then each of the laboratories. Returns the
 * parts of the error, the paths of the fits, and what the laboratories say.
 */
import { expect } from 'vitest';
import type { Visit } from '../visit.ts';
import type { Walk } from './walk.ts';

export const biasVarianceWalk: Walk = {
  page: 'Bias–variance',
  go: async (visit) => {
    await visit.open('#/bias-variance');
    await visit.until(
      'the plan has its networks',
      () => document.querySelector('main')?.textContent.includes('0 / 100 networks') === true,
    );
    await makeSmall(visit);
    await visit.click('button', 'Start');
    await visit.until(
      'the networks are trained',
      () =>
        document
          .querySelector('[aria-label="Bias–variance status"]')
          ?.textContent.startsWith('finished') === true,
    );
    // Buttons and status do not wait for pictures. Four fits in each: both ends, and the middle, which is one of them.
    await visit.until(
      'the fits are drawn',
      () => document.querySelectorAll('section[aria-label^="Picture"] svg g path').length === 12,
    );
    const fits = await visit.evaluate(pathsOfFits);
    expect(new Set(fits).size).toBe(8);
    await visit.click('figure button', 'Show as table');
    await visit.until('the table is there', () => document.querySelector('figure table') !== null);
    const table = await visit.evaluate(tableText);
    expect(table).toHaveLength(3);
    const laboratories = [];
    for (const [id, words] of LABORATORIES) {
      await visit.evaluate((address) => (location.hash = address), `#/bias-variance/${id}`);
      await visit.until(
        `the laboratory says “${words}”`,
        (wanted) => document.querySelector('main')?.textContent.includes(wanted) === true,
        words,
      );
      laboratories.push(await visit.evaluate(statements));
    }
    expect(await visit.noise()).toEqual([]);
    return { fits, table, laboratories };
  },
};

/** What each says when its figures are there. */
const LABORATORIES = [
  ['double-descent', 'The second descent'],
  ['two-weights', 'Why exact zeros'],
  ['dropout-scaling', 'In Srivastava and others'],
  ['adam-and-decay', 'and is still on its way'],
] as const;

/** Four sets, two values, few epochs. */
async function makeSmall(visit: Visit) {
  for (const [label, text, all] of [
    ['Values, with spaces between them', 'off 0.003', '0 / 40 networks'],
    ['Training sets', '4', '0 / 8 networks'],
    ['Epochs', '60', '0 / 8 networks'],
  ] as const) {
    await visit.evaluate(write, label, text);
    await visit.evaluate(commit, label);
    await visit.until(
      `the plan has “${all}”`,
      (words) => document.querySelector('main')?.textContent.includes(words) === true,
      all,
    );
  }
}

/** As typing does: React listens to the event, and looks at the value that was set beside its own. */
function write(label: string, text: string) {
  const labels = [...document.querySelectorAll('label')];
  const field = document.getElementById(
    labels.find(({ textContent }) => textContent === label)?.htmlFor ?? '',
  );
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field?.dispatchEvent(new Event('input', { bubbles: true }));
}

function commit(label: string) {
  const labels = [...document.querySelectorAll('label')];
  document
    .getElementById(labels.find(({ textContent }) => textContent === label)?.htmlFor ?? '')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

function pathsOfFits(): string[] {
  const paths = document.querySelectorAll('section[aria-label^="Picture"] svg g path');
  return [...paths].map((path) => path.getAttribute('d') ?? '');
}

function tableText(): string[] {
  return [...document.querySelectorAll('figure tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent).join(' | '),
  );
}

function statements(): string[] {
  return [...document.querySelectorAll('main p')].map(({ textContent }) => textContent);
}
