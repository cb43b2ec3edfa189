// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { experimentWith } from '../../../../presets/preset.ts';
import type { Preset } from '../../../../presets/preset.ts';
import { MOST_CERTAIN } from '../../../../protocol/views.ts';
import type { MistakesView, ShownExample } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { Mistakes } from './mistakes.tsx';
import { SharingSwitch } from './sharing-switch.tsx';

function open(views: readonly MistakesView[], preset?: Preset) {
  const { store, frame } = openPlayground(preset);
  render(
    <Surrounded store={store}>
      <SharingSwitch />
      <section aria-label="A">
        <Mistakes armId="A" />
      </section>
      <section aria-label="B">
        <Mistakes armId="B" />
      </section>
    </Surrounded>,
  );
  const card = (name: string) => within(screen.getByRole('region', { name }));
  expect(card('A').getByText('The picture is being taken …')).toBeVisible();
  act(() => frame(pictureFrame(views.map((mistakes) => ({ mistakes })))));
  return { card, user: userEvent.setup(), store };
}

function view(
  trueClasses: readonly number[],
  answers: readonly number[],
  certainties: readonly number[],
  shown: (row: number) => Pick<ShownExample, 'ink' | 'traits'> = () => ({
    ink: new Uint8Array(64),
    traits: [],
  }),
): MistakesView {
  const wrong = [...trueClasses.keys()].filter((row) => trueClasses[row] !== answers[row]);
  wrong.sort((a, b) => (certainties[b] ?? 0) - (certainties[a] ?? 0));
  return {
    trueClasses: Uint8Array.from(trueClasses),
    answers: Uint8Array.from(answers),
    certainties: Uint16Array.from(certainties, (share) => Math.floor(share * MOST_CERTAIN)),
    examples: wrong.slice(0, 24).map((row) => ({
      row,
      trueClass: trueClasses[row] ?? NaN,
      ...shown(row),
    })),
  };
}

const items = (name: string) =>
  within(screen.getByRole('region', { name }))
    .queryAllByRole('listitem')
    .map((item) => item.textContent);

describe('mistakes of images', () => {
  it('shows the twelve that the arm is surest of, and how many there are', () => {
    const rows = Array.from({ length: 40 }, (_, row) => row);
    const truth = rows.map((row) => row % 10);
    // The first 13 are wrong, by growing certainty; B makes two mistakes.
    const wrong = view(
      truth,
      truth.map((label, row) => (row < 13 ? (label + 1) % 10 : label)),
      rows.map((row) => (row < 13 ? 0.5 + 0.03 * row : 1)),
    );
    const few = view(
      truth,
      truth.map((label, row) => (row === 3 || row === 8 ? 0 : label)),
      rows.map((row) => (row === 3 ? 0.999 : 0.004)),
    );
    const { card } = open([wrong, few]);
    expect(
      card('A').getByText('13 of 40 validation images are wrong. The 12 mistakes it is surest of:'),
    ).toBeVisible();
    expect(items('A')).toHaveLength(12);
    expect(items('A')[0]).toBe('true 2says 386\u202f%');
    expect(card('A').getAllByRole('img', { name: 'Validation image, true digit 2' })).toHaveLength(
      2,
    );
    expect(
      card('B').getByText('2 of 40 validation images are wrong. The surest first:'),
    ).toBeVisible();
    expect(items('B')).toEqual(['true 3says 0>99\u202f%', 'true 8says 0<1\u202f%']);
  });

  it('says that all are right, or that one is wrong', () => {
    const { card } = open([view([1, 2], [1, 2], [1, 1]), view([1, 2], [1, 7], [1, 0.5])]);
    expect(card('A').getByText('All 2 validation images are right.')).toBeVisible();
    expect(items('A')).toEqual([]);
    expect(card('B').getByText('One of 2 validation images is wrong:')).toBeVisible();
  });

  it('shows the same images in all arms, and rings those that an arm gets wrong', async () => {
    const truth = [0, 1, 2, 3];
    const { card, user } = open([
      view(truth, [0, 8, 9, 9], [0.9, 0.7, 0.8, 0.6]),
      view(truth, [5, 1, 2, 9], [0.75, 0.3, 0.95, 0.9]),
    ]);
    await user.click(
      screen.getByRole('checkbox', {
        name: 'The same images in all arms: those that only some of them get wrong',
      }),
    );
    expect(items('A')).toEqual([
      'true 2says 980\u202f%',
      'true 0says 090\u202f%',
      'true 1says 870\u202f%',
    ]);
    expect(items('B')).toEqual([
      'true 2says 295\u202f%',
      'true 0says 575\u202f%',
      'true 1says 130\u202f%',
    ]);
    const ringed = (name: string) =>
      card(name)
        .getAllByRole('img')
        .map((image) => image.dataset['ringed']);
    expect(ringed('A')).toEqual(['true', 'false', 'true']);
    expect(ringed('B')).toEqual(['false', 'true', 'false']);
    expect(
      card('A').getByText('Of 3 images that only some arms get wrong, this arm gets 2 wrong.'),
    ).toBeVisible();
    expect(
      card('B').getByText('Of 3 images that only some arms get wrong, this arm gets 1 wrong.'),
    ).toBeVisible();
  });
});

const TUMOURS: Preset = {
  id: 'tumours',
  title: '',
  question: '',
  point: '',
  pace: null,
  experiment: experimentWith({
    data: { dataset: 'breast-cancer', trainingExamples: 100, validationExamples: 50 },
    network: {},
    training: {},
    arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.01 } } }],
  }),
};

describe('mistakes of a table', () => {
  it('tells rows by what stands out, in its own units', () => {
    const shown = () => ({
      ink: null,
      traits: [
        { feature: 0, value: 17.993 },
        { feature: 3, value: 1001.4 },
        { feature: 9, value: 0 },
      ],
    });
    const wrong = view([1, 0], [0, 0], [0.943, 0.6], shown);
    const { card } = open([wrong, wrong], TUMOURS);
    const [head, row] = card('A').getAllByRole('row');
    expect(head).toHaveTextContent('What stands outTrue classAnswerSure');
    expect(
      within(row ?? document.body)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'mean radius = 18mean area = 1,000mean fractal dimension = 0',
      'benign',
      'malignant',
      '94\u202f%',
    ]);
  });

  it('are six in large type, lest they be longer than the screen', () => {
    const rows = Array.from({ length: 20 }, () => 0);
    const wrong = view(
      rows,
      rows.map(() => 1),
      rows.map(() => 0.9),
      () => ({ ink: null, traits: [{ feature: 0, value: 18 }] }),
    );
    const { card, store } = open([wrong], TUMOURS);
    const told = () => card('A').getAllByRole('row').length - 1;
    expect(told()).toBe(12);
    act(() => store.getState().setPresenting(true));
    expect(told()).toBe(6);
    expect(card('A').getByText(/The 6 mistakes it is surest of:$/)).toBeVisible();
  });
});
