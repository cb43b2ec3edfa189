import { expect, it } from 'vitest';
import { controlGroupsOf, hiding } from '../../links/hidden-controls.ts';
import { LESSONS } from '../../lessons/course/lessons.ts';
import { isLessonAddress, withSeat } from './lesson-address.ts';

it.each([
  ['#/lessons/dropout', true],
  ['#/lessons/dropout?hide=header', true],
  ['#/lessons/class-of-its-own', true],
  ['#/lessons', false],
  ['#/lessons/class', false],
  ['#/lessons/teachers?x=1', false],
  ['#/lessons/dropout/worksheet', false],
  ['#/?preset=x', false],
])('%s is a lesson: %s', (address, is) => {
  expect(isLessonAddress(address)).toBe(is);
});

it('has a seat, another one, or none', () => {
  const one = withSeat('#/lessons/dropout?hide=header', 7);
  expect(one).toBe('#/lessons/dropout?seat=7&hide=header');
  expect(withSeat(one, 8)).toBe('#/lessons/dropout?seat=8&hide=header');
  expect(withSeat(one, null)).toBe('#/lessons/dropout?hide=header');
});

it('leaves the site 60 of the 200 characters that a lesson’s link may have', () => {
  const groups = controlGroupsOf('lessons').map(({ id }) => id);
  for (const { id } of LESSONS)
    expect(withSeat(hiding(`#/lessons/${id}`, groups), 999).length).toBeLessThanOrEqual(140);
});
