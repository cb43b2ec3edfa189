import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { open } from './playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('opening', () => {
  it('prepares the opening preset at its pace', () => {
    const { state, trainer } = open();
    state().reset();
    expect(trainer.prepareRun).toHaveBeenCalledWith({
      experiment: state().experiment,
      backend: 'auto',
      pace: 5,
    });
    expect(state().experiment.data.wrongLabelShare).toBe(0.3);
  });

  it('takes the backend from the address, and says so if there is none of that name', () => {
    expect(open('?backend=wasm').state().backendChoice).toBe('wasm');
    const { state } = open('?backend=gpu');
    expect(state().backendChoice).toBe('auto');
    expect(state().notices[0]).toContain('"gpu"');
  });
});
