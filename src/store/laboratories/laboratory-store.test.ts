import { expect, it } from 'vitest';
import type { LaboratoryListener } from '../../client/laboratory-client.ts';
import type { DecayPoint, DecaySettings } from '../../protocol/laboratory-messages.ts';
import { createLaboratoryStore } from './laboratory-store.ts';

const INITIAL: DecaySettings = { l2: 0.2, weightDecay: 1, batchSize: 32 };
const point = (step: number): DecayPoint => ({ step, l2: [0, 0], weightDecay: [0, 0] });

function openStore() {
  const asked: { settings: DecaySettings; listener: LaboratoryListener<'decayPaths'> }[] = [];
  const ask = (settings: DecaySettings, listener: LaboratoryListener<'decayPaths'>) =>
    void asked.push({ settings, listener });
  const store = createLaboratoryStore<'decayPaths'>({ ask }, INITIAL);
  const last = () => {
    const one = asked.at(-1);
    if (!one) throw new Error('Nothing was asked.');
    return one;
  };
  return { store, asked, last, steps: () => store.getState().shown?.parts.map(({ step }) => step) };
}

it('shows the first answer as it grows', () => {
  const { store, last, steps } = openStore();
  store.getState().ask();
  last().listener.answered(point(0));
  expect(steps()).toEqual([0]);
  last().listener.answered(point(10));
  expect(steps()).toEqual([0, 10]);
  expect(store.getState().shown?.isWhole).toBe(false);
  last().listener.finished();
  expect(store.getState()).toMatchObject({ isAsking: false, shown: { isWhole: true } });
});

it('keeps what is shown until another answer is whole', () => {
  const { store, last, steps } = openStore();
  store.getState().ask();
  last().listener.answered(point(0));
  last().listener.finished();
  store.getState().change({ l2: 0.5 });
  expect(last().settings).toEqual({ ...INITIAL, l2: 0.5 });
  last().listener.answered(point(7));
  expect(steps()).toEqual([0]);
  expect(store.getState().shown?.settings).toEqual(INITIAL);
  last().listener.finished();
  expect(steps()).toEqual([7]);
  expect(store.getState().shown?.settings.l2).toBe(0.5);
});

it('says why there is no answer, and asks again', () => {
  const { store, asked, last } = openStore();
  store.getState().ask();
  last().listener.failed('The digits did not arrive.');
  expect(store.getState()).toMatchObject({
    ...{ isAsking: false, shown: null, failure: 'The digits did not arrive.' },
  });
  store.getState().ask();
  expect(asked).toHaveLength(2);
  expect(store.getState().failure).toBeNull();
});
