// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LevelText } from './level-text.tsx';

it('keeps the room of the longest that any arm says, and says its own alone', () => {
  render(<LevelText text="None is dead." all={['None is dead.', '12 of 64 units are dead.']} />);
  const text = screen.getByText('None is dead.').parentElement;
  expect(text).toHaveTextContent(/^None is dead\.$/);
  expect(text?.dataset['room']).toBe('12 of 64 units are dead.');
});
