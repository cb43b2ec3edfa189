import { describe, expect, it } from 'vitest';
import type { LiveChange } from '../../experiment/live-changes.ts';
import { BETTER, PLAIN, SAME, seeds } from './seeds-fixture.ts';
import { lane, reaching, verdict } from './verdict-fixture.ts';

const change = (changes: Partial<LiveChange>): LiveChange => ({
  ...{ armId: 'B', setting: 'L2 λ', from: '0.001', to: '0.01', epoch: 12, madeAt: 0 },
  ...changes,
});
const level = (id: 'A' | 'B', accuracy: number) =>
  lane(id, { trainingAccuracy: reaching(0.99), validationAccuracy: reaching(accuracy) });
const oneRun = () => [level('A', 0.8), level('B', 0.9)];
const told = (liveChanges: readonly LiveChange[], lanes = oneRun()) =>
  verdict(lanes, { liveChanges });

describe('a verdict on arms that were changed on the way', () => {
  it('says plainly what was changed, and when', () => {
    expect(told([change({})])).toContain(
      'B’s L2 λ was changed from 0.001 to 0.01 at epoch 12: it is not the same experiment throughout.',
    );
    expect(told([change({ armId: null, setting: 'learning rate', epoch: 12.4 })])).toContain(
      'The learning rate of all arms was changed from 0.001 to 0.01 at epoch 12.4: figures before and after are not of the same experiment.',
    );
  });

  it('says so right after the comparison, which carries the reservation', () => {
    const [comparison, changed] = told([change({})]);
    expect(comparison).toMatch(/on the same 500 images, with B’s settings changed on the way\./);
    expect(changed).toMatch(/^B’s L2 λ was changed/);
  });

  it('reserves what is said over several seeds', () => {
    const [better] = told([change({})], [...seeds('A', PLAIN), ...seeds('B', BETTER)]);
    expect(better).toMatch(/higher in all\), with B’s settings changed on the way\.$/);
    const [unshown] = told([change({})], [...seeds('A', PLAIN), ...seeds('B', SAME)]);
    expect(unshown).toContain('(5 seeds), with B’s settings changed on the way. Differences below');
  });

  it('tells several changes together', () => {
    const more = [
      change({}),
      change({ setting: 'dropout', from: '0.5', to: '0.2', epoch: 20 }),
      change({ from: '0.01', to: '0.1', epoch: 30 }),
      change({ armId: 'A', setting: 'dropout', from: '0.1', to: '0', epoch: 3 }),
    ];
    expect(told(more.slice(0, 3))).toContain(
      'B’s L2 λ was changed from 0.001 to 0.01 at epoch 12 and to 0.1 at epoch 30 and its dropout from 0.5 to 0.2 at epoch 20: it is not the same experiment throughout.',
    );
    expect(told([...more.slice(0, 1), ...more.slice(3)])).toContain(
      'Changed on the way: A’s dropout was changed from 0.1 to 0 at epoch 3; B’s L2 λ was changed from 0.001 to 0.01 at epoch 12. These are not the same experiments throughout.',
    );
    const fiddling = [12, 14, 16, 18].map((epoch) => change({ epoch }));
    expect(told(fiddling)).toContain(
      'B’s L2 λ was changed 4 times from epoch 12 on: it is not the same experiment throughout.',
    );
  });

  it('is silent about what no figure has trained with', () => {
    const late = told([change({ epoch: 50 })]).join(' ');
    expect(late).not.toContain('changed');
    const stopped = level('B', 0.9);
    stopped.end = { kind: 'stoppedEarly', epoch: 30, message: '' };
    stopped.restoredEpoch = 10;
    expect(told([change({})], [level('A', 0.8), stopped]).join(' ')).not.toContain('changed');
    // Another backend is no other experiment.
    const backend = change({ armId: null, setting: 'backend', from: 'WebGL', to: 'WASM' });
    expect(told([backend]).join(' ')).not.toContain('changed');
  });
});
