// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DATASETS } from '../../../../datasets/registry.ts';
import { curveWidth } from '../../../../presets/curve-width.ts';
import { fewPatients } from '../../../../presets/few-patients.ts';
import type { LargestErrorsView } from '../../../../protocol/views.ts';
import { mistakesPanel } from '../mistakes/mistakes-panel.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { LargestErrors } from './largest-errors.tsx';
import { largestErrorsPanel } from './largest-errors-panel.ts';

const VIEW: LargestErrorsView = {
  rows: 200,
  typical: 58.431,
  examples: [
    {
      ...{ row: 8, given: 310, predicted: 121.46 },
      traits: [
        { feature: 2, value: 33.91 },
        { feature: 8, value: 5.5 },
        { feature: 0, value: 60 },
      ],
    },
    {
      ...{ row: 3, given: 51, predicted: 201.2 },
      traits: [
        { feature: 2, value: 21.5 },
        { feature: 1, value: 2 },
      ],
    },
  ],
};

it('shows the rows that are furthest off, with given value, prediction and difference', () => {
  const { store, frame } = openPlayground(fewPatients);
  render(
    <Surrounded store={store}>
      <section aria-label="A">
        <LargestErrors armId="A" />
      </section>
    </Surrounded>,
  );
  expect(screen.getByText('The picture is being taken …')).toBeVisible();
  act(() => frame(pictureFrame([{ largestErrors: VIEW }])));
  expect(
    screen.getByText(
      'On 200 validation patients its prediction of progression after a year is 58.4 off (root mean square), 189 too low where it is furthest off. The 2 largest errors:',
    ),
  ).toBeVisible();
  const rows = screen
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows[0]).toEqual(['What stands out', 'Given', 'Predicted', 'Difference']);
  expect(rows[1]?.slice(1)).toEqual(['310', '121', '−189']);
  expect(rows[2]?.slice(1)).toEqual(['51', '201', '+150']);
  expect(rows[1]?.[0]).toContain(' =\u00a033.9');
  expect(
    screen.getByText(
      /^What stands out are the features furthest from their mean .*\. Sex is coded 1 or 2/,
    ),
  ).toBeVisible();
});

it('has as many digits behind the point in all rows, and true minus signs', () => {
  const { store, frame } = openPlayground(curveWidth);
  render(
    <Surrounded store={store}>
      <LargestErrors armId="A" />
    </Surrounded>,
  );
  const examples = [
    { row: 0, given: 1.5, predicted: 0.3, traits: [{ feature: 0, value: -0.926 }] },
    { row: 1, given: -0.25, predicted: -0.126, traits: [{ feature: 0, value: 0.5 }] },
  ];
  act(() => frame(pictureFrame([{ largestErrors: { rows: 2, typical: 1, examples } }])));
  const rows = screen
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Features', 'Given', 'Predicted', 'Difference'],
    ['x =\u00a0−0.926', '1.50', '0.30', '−1.20'],
    ['x =\u00a00.5', '−0.25', '−0.13', '+0.12'],
  ]);
  expect(screen.queryByText(/stands out|coded/)).toBeNull();
});

it('stands in for the mistakes of classes: every set has one of the two', () => {
  const { experiment } = fewPatients;
  for (const dataset of DATASETS) {
    const panels = [mistakesPanel, largestErrorsPanel].filter((panel) =>
      panel.applies({ dataset, experiment }),
    );
    expect(panels.map(({ label }) => label)).toEqual(['Mistakes']);
  }
});
