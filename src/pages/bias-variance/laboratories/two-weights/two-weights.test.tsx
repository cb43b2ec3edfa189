// @vitest-environment jsdom
import { HeadlessMantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { TwoWeights } from './two-weights.tsx';

afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, '', '#/');
});

function open() {
  render(
    <HeadlessMantineProvider env="test">
      <TwoWeights />
    </HeadlessMantineProvider>,
  );
}

const figures = () => screen.getAllByRole('figure').map((figure) => figure.textContent);

it('opens at λ = 1 with the minimum at (2, 0.5): one weight of L1 is 0', () => {
  open();
  const [l1, l2] = figures();
  expect(l1).toContain('L1: w₁ = 1.5, w₂ = 0');
  expect(l2).toContain('L2: w₁ = 1, w₂ = 0.25');
  expect(screen.getByText('At λ = 1 L1 has set w₂ to exactly 0.')).toBeTruthy();
});

it('moves with λ and with the minimum, which are sliders', () => {
  open();
  fireEvent.change(screen.getByRole('slider', { name: 'Strength' }), { target: { value: 5 } });
  expect(figures()[0]).toContain('L1: w₁ = 1.75, w₂ = 0.25');
  fireEvent.change(screen.getByRole('slider', { name: 'Minimum, w₂' }), { target: { value: 0 } });
  expect(figures()[0]).toContain('L1: w₁ = 1.75, w₂ = −1.75');
});

it('has every drawn path as a table', () => {
  open();
  fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const row = screen.getByRole('rowheader', { name: '1' }).closest('tr');
  expect(row?.textContent).toBe('11.5010.25');
});

it('undoes and redoes its settings; a drag over two of them is one step', () => {
  vi.useFakeTimers();
  location.hash = '#/bias-variance/two-weights?lambda=2';
  open();
  const slide = (name: string, value: number) => {
    fireEvent.change(screen.getByRole('slider', { name }), { target: { value } });
  };
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  expect(screen.getByRole('button', { name: 'Undo last change' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  vi.advanceTimersByTime(5_000);
  slide('Strength', 5);
  vi.advanceTimersByTime(5_000);
  slide('Minimum, w₁', 1);
  slide('Minimum, w₂', 1);
  expect(location.hash).toBe('#/bias-variance/two-weights?lambda=0.5&w1=-2.7&w2=-1.9');
  press('Undo last change');
  expect(location.hash).toBe('#/bias-variance/two-weights?lambda=0.5');
  press('Undo last change');
  press('Undo last change');
  expect(location.hash).toBe('#/bias-variance/two-weights?lambda=2');
  press('Redo last change');
  press('Redo last change');
  expect(location.hash).toBe('#/bias-variance/two-weights?lambda=0.5&w1=-2.7&w2=-1.9');
});
