// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { armStyle } from '../arm-style.ts';
import { settingAxis } from './axis/setting-axis.ts';
import type { LineKind, Measure } from './data/series-types.ts';
import { ValueChart } from './value-chart.tsx';

afterEach(() => vi.restoreAllMocks());

const KIND: LineKind = { name: '', short: '', legend: 'mean', look: 'solid', points: 'filled' };

const ERROR: Measure = {
  ...{ noun: 'error', lines: [KIND], best: null, widest: 0.88 },
  formatShort: (value) => value.toFixed(2),
  formatExact: (value) => (Number.isFinite(value) ? value.toFixed(3) : '–'),
  formatSpread: (value) => value.toFixed(3),
  formatTick: (value) => value.toFixed(1),
  domain: {
    ...{ initial: [0, 1], floor: 0, ceiling: null, smallestSpan: 0.01, settled: 0 },
    ...{ cutOff: Infinity, isOfValues: true },
  },
};

const STRENGTH = settingAxis({
  ...{ id: 'strength', title: 'L2 strength', name: 'L2 strength', scale: 'log' },
  values: [0, 0.01, 0.1, 1],
  text: (value) => (value === 0 ? 'off' : String(value)),
});

const owner = (label: string, letter: string) => ({
  ...{ id: label, label, name: label },
  ...armStyle(letter),
});

const LINES = [
  {
    ...{ owner: owner('bias²', 'A'), kind: KIND },
    ...{ values: [0.1, 0.2, 0.4, NaN], spread: [0.01, 0.02, 0.03, NaN], dots: [[0.05, 0.15]] },
  },
  { owner: owner('variance', 'B'), kind: KIND, values: [9, 0.3, 0.2, 0.1] },
];

function giveSize() {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(240);
}

function renderChart(lines = LINES) {
  giveSize();
  const { container } = render(
    <ValueChart
      title="Parts of the error"
      axis={STRENGTH}
      measure={ERROR}
      lines={lines}
      spread="two standard errors"
      marked={[{ at: 1, label: 'best', labelAt: 'top' }]}
      stretches={[{ from: 2, to: 3, label: 'underfits', labelAt: 'top' }]}
    />,
  );
  const figure = screen.getByRole('figure', { name: 'Parts of the error' });
  const reader = () => within(figure).getByRole('slider');
  return { container, figure, reader };
}

it('draws a line for every owner, with its name at its end, and what is said of places', () => {
  const { figure } = renderChart();
  for (const id of ['bias² ', 'variance '])
    expect(figure.querySelector(`path[data-series="${id}"]`)).not.toBeNull();
  expect(within(figure).getByText('bias² 0.40')).toBeVisible();
  expect(within(figure).getByText('variance 0.10')).toBeVisible();
  expect(figure.querySelectorAll('[data-band] , [data-dots] circle')).toHaveLength(3);
  expect(figure.querySelector('[data-marked="best"]')).not.toBeNull();
  const name = within(figure).getByRole('img').getAttribute('aria-label');
  expect(name).toContain('by L2 strength: bias²; variance');
  expect(name).toContain('best: 0.01. underfits: 0.1 to 1');
});

it('counts the first value as one like the others', () => {
  const { figure } = renderChart();
  expect(within(figure).queryByText(/off the scale/)).toBeNull();
  expect(within(figure).getByText('10.0')).toBeVisible();
});

it('is read with the arrow keys, all lines at one value', () => {
  const { reader } = renderChart();
  fireEvent.keyDown(reader(), { key: 'Home' });
  expect(reader()).toHaveAttribute(
    'aria-valuetext',
    'L2 strength off. bias²: 0.100 ± 0.010. variance: 9.000',
  );
  fireEvent.keyDown(reader(), { key: 'ArrowRight' });
  expect(reader().getAttribute('aria-valuetext')).toMatch(/^L2 strength 0\.01\. .*best$/);
  fireEvent.keyDown(reader(), { key: 'End' });
  expect(reader().getAttribute('aria-valuetext')).toBe(
    'L2 strength 1. bias²: no figure. variance: 0.100. underfits',
  );
});

it('has a name apart from its title, and pins for what has one, beside each other at one place', () => {
  giveSize();
  render(
    <ValueChart
      {...{ title: 'Error by L2 strength', name: 'Scores', axis: STRENGTH, measure: ERROR }}
      axisText="L2 strength, from none to much"
      lines={LINES}
      marked={['1', '2', '3'].map((pin) => ({
        ...{ pin, at: pin === '3' ? 2 : 1, label: `Picture ${pin}`, labelAt: 'top' as const },
      }))}
    />,
  );
  const figure = screen.getByRole('figure', { name: 'Scores' });
  expect(within(figure).getByRole('heading')).toHaveTextContent(/^Error by L2 strength$/);
  expect(figure).toHaveTextContent('L2 strength, from none to much');
  const places = [...figure.querySelectorAll('[data-marked] circle')].map((pin) =>
    Number(pin.getAttribute('cx')),
  );
  expect(new Set(places).size).toBe(3);
  // A dotted rule for each place.
  expect(figure.querySelectorAll('[data-marked] path')).toHaveLength(2);
  expect(figure).not.toHaveTextContent('Picture');
  const reader = within(figure).getByRole('slider');
  fireEvent.keyDown(reader, { key: 'Home' });
  fireEvent.keyDown(reader, { key: 'ArrowRight' });
  expect(reader.getAttribute('aria-valuetext')).toMatch(
    /^L2 strength 0\.01\. .*Picture 1.*Picture 2/,
  );
});

it('has a table with a row for every value', () => {
  const { figure } = renderChart();
  fireEvent.click(within(figure).getByRole('button', { name: 'Show as table' }));
  const rows = within(figure)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ['L2 strength', 'bias²', 'variance'],
    ['off', '0.100 ± 0.010', '9.000'],
    ['0.01', '0.200 ± 0.020', '0.300'],
    ['0.1', '0.400 ± 0.030', '0.200'],
    ['1', '–', '0.100'],
  ]);
});

it('leaves minor lines to the table', () => {
  const { figure, reader } = renderChart(
    LINES.map((line, i) => (i === 1 ? { ...line, owner: { ...line.owner, isMinor: true } } : line)),
  );
  expect(figure.querySelector('path[data-series="variance "]')).not.toBeNull();
  expect(within(figure).queryByText(/^variance 0/)).toBeNull();
  fireEvent.keyDown(reader(), { key: 'Home' });
  expect(reader().getAttribute('aria-valuetext')).toBe('L2 strength off. bias²: 0.100 ± 0.010');
});
