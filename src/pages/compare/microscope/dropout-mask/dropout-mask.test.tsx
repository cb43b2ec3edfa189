// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { takeAllTurns } from '../../../../ui/in-turn.ts';
import { OPENING_PRESET } from '../../../../presets/registry.ts';
import type { DropoutMaskView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { BatchRowChoice } from './batch-row-choice.tsx';
import { dropoutMaskPanel } from './dropout-mask-panel.ts';
import { DropoutMask } from './dropout-mask.tsx';

const plain: DropoutMaskView = {
  ...{ step: 13, hiddenRate: 0, inputRate: 0, batchRows: 2 },
  rows: [
    { row: 5, target: 4 },
    { row: 17, target: 9 },
  ],
  ...{ ink: new Uint8Array(128), inputs: null, hidden: [new Uint8Array(8)] },
};
/** Of four units the first row drops one, the second all but one; of 64 pixels two and three. */
const dropped: DropoutMaskView = {
  ...plain,
  ...{ hiddenRate: 0.5, inputRate: 0.2, batchRows: 3 },
  hidden: [Uint8Array.of(0, 1, 0, 0, 1, 1, 0, 1)],
  inputs: Uint8Array.from({ length: 128 }, (_, i) => Number([0, 9, 64, 65, 127].includes(i))),
};

function open(views: readonly DropoutMaskView[]) {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <BatchRowChoice />
      <section aria-label="A">
        <DropoutMask armId="A" />
      </section>
      <section aria-label="B">
        <DropoutMask armId="B" />
      </section>
    </Surrounded>,
  );
  act(() => opened.frame(pictureFrame(views.map((dropoutMask) => ({ dropoutMask })))));
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

describe('dropout mask', () => {
  it('is there for runs with an arm that drops', () => {
    const { experiment } = OPENING_PRESET;
    const dataset = { featureCount: 64 } as Parameters<
      typeof dropoutMaskPanel.applies
    >[0]['dataset'];
    expect(dropoutMaskPanel.applies({ dataset, experiment })).toBeTruthy();
    const [first] = experiment.arms;
    if (!first) throw new Error('There are two arms.');
    expect(
      dropoutMaskPanel.applies({ dataset, experiment: { ...experiment, arms: [first] } }),
    ).toBe(false);
  });

  it('tells what is dropped for a row of the batch, and goes from row to row', async () => {
    const { user } = open([plain, dropped]);
    expect(screen.getByRole('region', { name: 'A' })).toHaveTextContent(
      'No dropout: every unit takes part.',
    );
    const armB = screen.getByRole('region', { name: 'B' });
    expect(armB).toHaveTextContent(
      'In step 13, image 1: 1 of 4 hidden units dropped (p = 0.5), 2 of 64 pixels (p = 0.2). ' +
        'What stays is divided by 1 − p: hidden units count 2 times, pixels 1.25 times.',
    );
    expect(screen.getByRole('group', { name: 'Batch' }).parentElement).toHaveTextContent(
      'In step 13, image 1: B drops 1 of 4 hidden units and 2 of 64 pixels.',
    );
    expect(armB).toHaveTextContent(
      'Its label in training: 4. The first 2 of its 3 images can be seen.',
    );
    const previous = screen.getByRole('button', { name: 'Previous image of the batch' });
    const next = screen.getByRole('button', { name: 'Next image of the batch' });
    expect(previous).toBeDisabled();
    await user.click(next);
    expect(armB).toHaveTextContent(
      'In step 13, image 2: 3 of 4 hidden units dropped (p = 0.5), 3 of 64 pixels (p = 0.2).',
    );
    expect(armB).toHaveTextContent('Its label in training: 9.');
    expect(screen.getByText('image 2 of 2')).toBeVisible();
    expect(next).toBeDisabled();
    expect(previous).toBeEnabled();
  });

  it('draws dropped units hollow and crossed, dropped pixels crossed', () => {
    open([plain, dropped]);
    const dots = screen.getByRole('img', { name: 'Hidden: 1 of 4 dropped' });
    const [kept, hollow] = dots.querySelectorAll('path');
    const circles = (path: Element | undefined) =>
      [...(path?.getAttribute('d') ?? '').matchAll(/M([\d.]+),([\d.]+)a/g)].map(
        ([, x]) => Number(x) + 3.6,
      );
    expect(circles(kept).map(Math.round)).toEqual([5, 25, 35]);
    expect(circles(hollow).map(Math.round)).toEqual([15]);
    const image = screen.getByRole('img', { name: 'What the network saw of it, 2 pixels dropped' });
    const crosses = image.parentElement?.querySelector('path')?.getAttribute('d') ?? '';
    expect([...crosses.matchAll(/M([\d.]+),([\d.]+)l/g)].map(([, x, y]) => [x, y])).toEqual([
      ['0.3', '0.3'],
      ['1.3', '1.3'],
    ]);
  });

  it('names only what is dropped at all', () => {
    open([plain, { ...dropped, inputRate: 0, inputs: null }]);
    expect(screen.getByRole('region', { name: 'B' })).toHaveTextContent(
      'In step 13, image 1: 1 of 4 hidden units dropped (p = 0.5).',
    );
    expect(screen.queryByRole('img', { name: /^What the network saw/ })).toBeNull();
  });

  it('takes the next batch, and says so before the first and after the last', async () => {
    const none = { ...dropped, batchRows: 0, rows: [], ink: null, inputs: null, hidden: [] };
    const { user, requests } = open([
      { ...none, step: NaN },
      { ...none, step: 0 },
    ]);
    expect(screen.getByText(/^It has stopped training: nothing is dropped any more/)).toBeVisible();
    expect(screen.getByText(/^No step has been taken yet\./)).toBeVisible();
    expect(screen.queryByRole('button', { name: /of the batch/ })).toBeNull();
    expect(screen.queryByText(/ drops /)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Step one batch' }));
    expect(requests.at(-1)).toBe('stepBatch');
  });

  it('says of epoch 0, looked back at, that it has no step, and offers none', () => {
    const none = { ...dropped, batchRows: 0, rows: [], ink: null, inputs: null, hidden: [] };
    const { state, frame } = open([
      { ...none, step: 0 },
      { ...none, step: 0 },
    ]);
    act(() => frame(pictureFrame([{ dropoutMask: dropped }, { dropoutMask: dropped }], 1)));
    act(() => state().lookBack(0));
    act(takeAllTurns);
    const armB = screen.getByRole('region', { name: 'B' });
    expect(armB).toHaveTextContent('At epoch 0, which you look back at, no step had been taken');
    expect(armB).not.toHaveTextContent('takes the first');
  });

  it('says why there is no next batch after training', () => {
    const { status } = open([dropped, dropped]);
    act(() => status('finished'));
    const step = screen.getByRole('button', { name: 'Step one batch' });
    expect(step).toBeDisabled();
    expect(step).toHaveAccessibleDescription(/^The run has finished: Reset/);
    expect(screen.getByText(/^The run has finished: Reset/)).not.toHaveClass('visually-hidden');
  });
});
