import { expect, it } from 'vitest';
import { LESSONS } from '../course/lessons.ts';
import { COURSES } from './courses.ts';

it.each(COURSES)(
  'the course of $title takes as long as it says, of lessons that there are',
  (course) => {
    const { title, steps } = course;
    expect(`${steps.reduce((sum, { minutes }) => sum + minutes, 0)} minutes`).toBe(title);
    for (const { lesson, does, minutes } of steps) {
      const found = LESSONS.find(({ id }) => id === lesson);
      expect(found?.id ?? does).toBeTruthy();
      if (lesson !== undefined) expect(minutes).toBeGreaterThanOrEqual(found?.minutes ?? Infinity);
    }
  },
);
