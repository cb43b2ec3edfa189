// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TwoWeights } from './two-weights.tsx';

const figures = () => screen.getAllByRole('figure').map((figure) => figure.textContent);

it('opens at λ = 1 with the minimum at (2, 0.5): one weight of L1 is 0', () => {
  render(<TwoWeights />);
  const [l1, l2] = figures();
  expect(l1).toContain('L1: w₁ = 1.5, w₂ = 0');
  expect(l2).toContain('L2: w₁ = 1, w₂ = 0.25');
  expect(screen.getByText('At λ = 1 L1 has set w₂ to exactly 0.')).toBeTruthy();
});

it('moves with λ and with the minimum, which are sliders', () => {
  render(<TwoWeights />);
  fireEvent.change(screen.getByRole('slider', { name: 'Strength' }), { target: { value: 5 } });
  expect(figures()[0]).toContain('L1: w₁ = 1.75, w₂ = 0.25');
  fireEvent.change(screen.getByRole('slider', { name: 'Minimum, w₂' }), { target: { value: 0 } });
  expect(figures()[0]).toContain('L1: w₁ = 1.75, w₂ = −1.75');
});

it('has every drawn path as a table', () => {
  render(<TwoWeights />);
  fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const row = screen.getByRole('rowheader', { name: '1' }).closest('tr');
  expect(row?.textContent).toBe('11.5010.25');
});
