// @vitest-environment jsdom
import { render, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Formula } from './formula.tsx';

it('has bars that screen readers do not call "divides"', async () => {
  const { container } = render(<Formula tex="\lambda \sum |w|" />);
  await waitFor(() => expect(container.querySelector('math')).not.toBeNull());
  expect(container.querySelector('math mrow')?.textContent).toBe('λ∑|w|');
});
