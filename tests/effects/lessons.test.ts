/**
 * What lessons claim, on WASM (where a seed gives the same run on every device): each claim holds in just as many
 * runs as the page says. Parts that train long are held by `npm run effects`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LESSONS } from '../../src/lessons/course/lessons.ts';
import { CLAIMS } from './claims/all-claims.ts';
import { examineLesson } from './lesson-claims.ts';
import { minutesOf } from './lesson-minutes.ts';
import { textParts } from './lesson-text.ts';
import { openTrainer } from './train-effects.ts';
import type { Trainer } from './train-effects.ts';

const PARTS = LESSONS.flatMap((lesson) =>
  lesson.parts.map((part) => [`${lesson.id}: ${part.id}`, part] as const),
);

/** Computed once, or recorded: claims of presets hold more seeds of the same. */
const WITHOUT_SEEDS = ['twoWeights', 'decayPaths', 'recorded'];

/** No figure, or a 0 with a sign. */
const UNREADABLE = /NaN|undefined|–|[−-]0(\.0*)?(?![\d.])/;

it.each(PARTS)('%s claims what was measured over five seeds or more, mostly held', (_, part) => {
  const ids = CLAIMS.map(({ id }) => id);
  expect(part.heldBy.filter((id) => !ids.includes(id))).toEqual([]);
  for (const { heldIn, of } of Object.values(part.claims)) {
    // What is computed once has no seed.
    if (!WITHOUT_SEEDS.includes(part.kind)) expect(of).toBeGreaterThanOrEqual(5);
    expect(heldIn).toBeGreaterThan(of / 2);
  }
});

it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
  'the text of %s has its parts, and explains no claim that is not held',
  (_, { id, parts }) => {
    const told = textParts(id);
    expect(told.map((part) => part.id)).toEqual(parts.map((part) => part.id));
    for (const part of parts) {
      const explained = told.find((one) => one.id === part.id)?.claims ?? [];
      expect(explained).not.toEqual([]);
      expect(Object.keys(part.claims)).toEqual(expect.arrayContaining([...explained]));
    }
  },
);

it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
  '%s takes as many minutes as it says, six at most',
  (_, lesson) => {
    expect(lesson.minutes).toBeLessThanOrEqual(6);
    expect(Math.abs(lesson.minutes - minutesOf(lesson))).toBeLessThan(0.75);
  },
);

it.each(PARTS)('%s runs for 12 seconds at most, by its own pace', (_, part) => {
  if (part.kind !== 'run' || part.pace === null) return;
  expect(part.experiment.training.epochs / part.pace).toBeLessThanOrEqual(12);
});

describe('claims', () => {
  let trainer: Trainer;
  beforeAll(async () => {
    trainer = await openTrainer();
  });
  afterAll(() => trainer.close());

  const quick = PARTS.filter(([, { isSlow }]) => isSlow !== true);
  it.concurrent.each(quick)('%s', async (name, part) => {
    const { held, facts, answers } = await examineLesson(part, trainer);
    const measured = Object.fromEntries(
      Object.entries(part.claims).map(([name, { heldIn }]) => [name, heldIn]),
    );
    expect(held).toEqual(measured);
    const [lessonId = ''] = name.split(':');
    const quoted = textParts(lessonId).find(({ id }) => id === part.id)?.facts ?? [];
    for (const one of facts) {
      expect(Object.keys(one)).toEqual(expect.arrayContaining([...quoted]));
      expect(Object.values(one).filter((text) => UNREADABLE.test(text))).toEqual([]);
    }
    for (const { id, form } of part.questions) {
      if (typeof form === 'function' || form.kind !== 'choice') continue;
      const ids = form.options.map((option) => option.id);
      expect(
        answers.map((one) => one[id]?.value).filter((value) => !ids.includes(String(value))),
      ).toEqual([]);
    }
  });
});
