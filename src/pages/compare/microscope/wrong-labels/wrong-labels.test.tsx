// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { circlesL2 } from '../../../../presets/circles-l2.ts';
import type { Preset } from '../../../../presets/preset.ts';
import { OPENING_PRESET } from '../../../../presets/registry.ts';
import { trueLabels } from '../../../../presets/true-labels.ts';
import { FIGURE_COUNT } from '../../../../figures/figures.ts';
import { preparedRun } from '../../../../store/compare/prepared-run-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { NoneWrong } from './none-wrong.tsx';
import { WrongLabels } from './wrong-labels.tsx';

function open(preset?: Preset) {
  const opened = openPlayground(preset);
  render(
    <Surrounded store={opened.store}>
      <NoneWrong />
      <section aria-label="A">
        <WrongLabels armId="A" />
      </section>
      <section aria-label="B">
        <WrongLabels armId="B" />
      </section>
    </Surrounded>,
  );
  /** Epoch 1, after which arm A answers so. */
  const answer = (...answers: number[]) => {
    const rows = new Float64Array(2 * FIGURE_COUNT);
    rows[FIGURE_COUNT] = 1;
    const lane = {
      ...{ lane: 0, rows, current: null, allTrainingRows: null, end: null, restoredEpoch: null },
      mislabelledAnswers: Int32Array.from([...answers, ...answers]),
      pictures: [],
    };
    act(() =>
      opened.frame({
        ...{ lanes: [lane], epoch: 1, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 10 },
      }),
    );
  };
  return { ...opened, answer, user: userEvent.setup({ delay: null }) };
}

const card = (name: string) => within(screen.getByRole('region', { name }));
const texts = (elements: readonly HTMLElement[]) => elements.map(({ textContent }) => textContent);

describe('wrong labels of images', () => {
  it('stand with the given label, the true one, and what the arm says', () => {
    const { answer } = open();
    // The true labels of the three are 3, 1 and 4; each is given the next digit.
    answer(4, 1, 9);
    expect(texts(card('A').getAllByRole('listitem'))).toEqual([
      'given 4true 3says 4, believed',
      'given 2true 1says 1, the true one',
      'given 5true 4says 9, neither',
    ]);
    const rings = card('A').getAllByRole('img', { name: /^Training image, true digit / });
    expect(rings.map(({ dataset }) => dataset['ringed'])).toEqual(['true', 'false', 'false']);
    expect(card('A').getByText(/it believes 1 and gets 1 right\.$/)).toBeVisible();
  });

  it('have no answers before the first figures', () => {
    open();
    expect(texts(card('B').getAllByRole('listitem'))[0]).toBe('given 4true 3says –');
  });
});

it('are those of the first repeat, and say so where there are several', () => {
  const { experiment } = OPENING_PRESET;
  const training = { ...experiment.training, replicates: 3, seed: 42 };
  open({ ...OPENING_PRESET, experiment: { ...experiment, training } });
  expect(card('A').getByText('Of repeat 1 of 3 (seed 42).')).toBeVisible();
});

it('stand in a table by their place where they are points', () => {
  const { answer, emit, state } = open(circlesL2);
  const run = preparedRun(state().experiment);
  const mislabelledExample = {
    row: 7,
    trueLabel: 0,
    givenLabel: 1,
    features: Float32Array.of(0.254, -1),
  };
  act(() =>
    emit({
      type: 'runPrepared',
      run: {
        ...run,
        lanes: run.lanes.map((lane) => ({ ...lane, mislabelled: [mislabelledExample] })),
      },
    }),
  );
  answer(1);
  const [head, row] = card('A').getAllByRole('row');
  expect(head).toHaveTextContent('Point (x₁, x₂)Given classTrue classAnswer');
  expect(row?.textContent).toBe('0.25, −1.00innerouterinner, believed');
});

describe('without wrong labels', () => {
  it('one sentence for all arms says so, and a button gives some', async () => {
    const { user, state } = open(trueLabels);
    expect(screen.getAllByText(/^All labels are true: none of the 400/)).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'A' })).toBeEmptyDOMElement();
    await user.click(screen.getByRole('button', { name: /Set wrong labels to 30\s%/ }));
    expect(state().experiment.data.wrongLabelShare).toBe(0.3);
    expect(screen.queryByRole('button', { name: /Set wrong labels to 30\s%/ })).toBeNull();
  });

  it('no strip waits for some, not even before the data have come', () => {
    const { state } = open(trueLabels);
    act(() => state().reset());
    expect(screen.queryByText(/^Twelve of the wrong labels/)).toBeNull();
  });

  it('the sentence is not there where some are wrong', () => {
    open();
    expect(screen.queryByText(/^All labels are true/)).toBeNull();
  });
});
