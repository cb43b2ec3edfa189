/** A lesson: predicts, runs, and reads its own figures in the explanation. */
import { expect } from 'vitest';
import type { Walk } from './walk.ts';

export const lessonsWalk: Walk = {
  page: 'Lessons',
  go: async (visit) => {
    await visit.open('#/lessons/one-scaling');
    await visit.until(
      'the questions are there',
      () => document.querySelectorAll('fieldset').length === 2,
    );
    await visit.click('label', 'about 10 points');
    await visit.click('label', 'doubles');
    await visit.click('button', 'Lock my prediction and run');
    await visit.until('it is explained', () =>
      [...document.querySelectorAll('strong')].some(
        ({ textContent }) => textContent === 'What happened in your run.',
      ),
    );
    const told = await visit.evaluate(() => document.querySelector('#lesson-words')?.textContent);
    expect(await visit.noise()).toEqual([]);
    return told;
  },
};
