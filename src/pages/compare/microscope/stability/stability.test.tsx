// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OPENING_PRESET } from '../../../../presets/registry.ts';
import type { TrainingSettings } from '../../../../experiment/experiment.ts';
import type { StabilityView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { answersText } from './describe-stability.ts';
import { Stability } from './stability.tsx';

function open(change: Partial<TrainingSettings>, stability?: StabilityView) {
  const { experiment } = OPENING_PRESET;
  const training = { ...experiment.training, ...change };
  const { store, frame } = openPlayground({
    ...OPENING_PRESET,
    experiment: { ...experiment, training },
  });
  render(
    <Surrounded store={store}>
      <Stability armId="A" />
    </Surrounded>,
  );
  if (stability) act(() => frame(pictureFrame([{ stability }])));
}

const example = (row: number, trueClass: number, answers: readonly (number | null)[]) => ({
  ...{ row, trueClass, answers },
  ink: new Uint8Array(64),
  traits: [],
});

describe('stability', () => {
  it('says how to get repeats where there is one', () => {
    open({ replicates: 1 });
    expect(screen.getByText(/Set Repeats to 2 or more under Training/)).toBeVisible();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('averages over pairs, and shows what each repeat says of the most disputed', () => {
    open(
      { replicates: 3, replicateScope: 'everything' },
      {
        repeats: 3,
        rows: 500,
        pairs: [
          { share: 0.3, rows: 390 },
          { share: 0.27, rows: 400 },
          { share: 0.318, rows: 305 },
        ],
        examples: [example(4, 3, [9, 3, 5]), example(7, 8, [1, null, 8])],
      },
    );
    expect(
      screen.getByText(
        'Two of its 3 repeats disagree on 29.6 % of the images, on average over 3 pairs (27.0 % to 31.8 %).',
      ),
    ).toBeVisible();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'true 3says 9, 3, 5',
      'true 8says 1, –, 8',
    ]);
    expect(
      screen.getByText(
        'Measured on 500 validation images of the first repeat. Where a repeat was trained on one of them (–) it is not asked: a pair has 365 left. Each repeat was trained on other examples.',
      ),
    ).toBeVisible();
  });

  it('breaks no name of a class', () => {
    const classNames = ['T-shirt', 'ankle boot', 'bag'];
    expect(answersText({ classNames }, { answers: [0, 1, null, 2] })).toBe(
      'T-\u2060shirt, ankle\u00a0boot, –, bag',
    );
  });

  it('says so where two repeats share their data', () => {
    const pairs = [{ share: 0.05, rows: 200 }];
    open(
      { replicates: 2, replicateScope: 'trainingLuck' },
      { repeats: 2, rows: 200, pairs, examples: [] },
    );
    expect(screen.getByText('Its two repeats disagree on 5.0 % of the images.')).toBeVisible();
    expect(
      screen.getByText(
        'Measured on 200 validation images of the first repeat. All repeats were trained on the same examples.',
      ),
    ).toBeVisible();
  });

  it('says why there is nothing to compare', () => {
    open({ replicates: 2 }, { repeats: 1, rows: 500, pairs: [], examples: [] });
    expect(screen.getByText(/^All other repeats diverged/)).toBeVisible();
  });

  it('says that no example is left', () => {
    open({ replicates: 2 }, { repeats: 2, rows: 10, pairs: [], examples: [] });
    const { getByText } = within(document.body);
    expect(getByText(/^No two repeats can be compared/)).toBeVisible();
  });
});
