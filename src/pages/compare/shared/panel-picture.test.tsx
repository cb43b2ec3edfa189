// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { takeAllTurns } from '../../../ui/in-turn.ts';
import { OPENING_PRESET } from '../../../presets/registry.ts';
import type { Pictures } from '../../../protocol/views.ts';
import { pictureFrame } from './picture-frame-fixture.ts';
import { PanelPicture } from './panel-picture.tsx';
import { openPlayground, Surrounded } from './playground-fixture.tsx';

const pictured: Pictures = { redundancy: { rows: 500, draws: 5, points: [] } };

const drawn = vi.fn<() => void>();
beforeEach(() => void drawn.mockClear());

function open(replicates: number) {
  const { experiment } = OPENING_PRESET;
  const training = { ...experiment.training, replicates, seed: 42 };
  const opened = openPlayground({ ...OPENING_PRESET, experiment: { ...experiment, training } });
  render(
    <Surrounded store={opened.store}>
      <section aria-label="A">
        <PanelPicture armId="A" view="redundancy">
          {() => {
            drawn();
            return <p>Its picture.</p>;
          }}
        </PanelPicture>
      </section>
      <section aria-label="B">
        <PanelPicture armId="B" view="redundancy">
          {() => <p>Another picture.</p>}
        </PanelPicture>
      </section>
    </Surrounded>,
  );
  const epoch = (number: number, pictures: Pictures) =>
    act(() => opened.frame(pictureFrame(Array<Pictures>(2 * replicates).fill(pictures), number)));
  return { ...opened, epoch, armA: () => screen.getByRole('region', { name: 'A' }) };
}

it('says that the picture is of the first repeat where there are several', () => {
  const { epoch, armA } = open(3);
  epoch(0, pictured);
  expect(armA()).toHaveTextContent(/^Of repeat 1 of 3 \(seed 42\)\. ?Its picture\.$/);
});

it('says nothing where there is one run, and the picture is of the epoch on show', () => {
  const { epoch, armA } = open(1);
  epoch(0, pictured);
  expect(armA()).toHaveTextContent(/^Its picture\.$/);
});

it('says first which epoch is pictured where it is another one', () => {
  const { epoch, armA, state } = open(1);
  epoch(0, {});
  epoch(1, pictured);
  act(() => state().lookBack(0));
  act(takeAllTurns);
  expect(armA()).toHaveTextContent(
    /^Picture of epoch 1, the nearest that was kept\. ?Its picture\.$/,
  );
});

it('is drawn again for another picture, not for figures alone', () => {
  const { epoch } = open(1);
  epoch(0, pictured);
  epoch(1, {});
  epoch(2, {});
  expect(drawn).toHaveBeenCalledTimes(1);
  epoch(3, { redundancy: { rows: 500, draws: 6, points: [] } });
  expect(drawn).toHaveBeenCalledTimes(2);
});

it('keeps the room in the arms whose picture is of the epoch on show, so that all are level', () => {
  const { frame } = open(1);
  const epochs = [
    [pictured, pictured],
    [{}, pictured],
  ] as const;
  epochs.forEach((pictures, epoch) => act(() => frame(pictureFrame(pictures, epoch))));
  const [a, b] = ['A', 'B'].map((name) => screen.getByRole('region', { name }).firstElementChild);
  expect(a).toHaveTextContent(/^Picture of epoch 0\.$/);
  expect(b?.textContent).toBe('');
  expect([a, b].map((one) => one?.getAttribute('data-room'))).toEqual(
    Array(2).fill('Picture of epoch 0.'),
  );
});
