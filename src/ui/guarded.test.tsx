// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Guarded } from './guarded.tsx';

afterEach(() => void vi.restoreAllMocks());

it('takes nothing else with it, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // React tells of what was caught.
  let isBroken = true;
  const Part = () => {
    if (isBroken) throw new Error('Broken.');
    return <p>It is whole.</p>;
  };
  render(
    <>
      <Guarded name="The part">
        <Part />
      </Guarded>
      <p>The rest</p>
    </>,
  );
  expect(screen.getByText('The rest')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('The part could not be shown.');
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('It is whole.')).toBeVisible();
});
