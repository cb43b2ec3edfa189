import { describe, expect, it } from 'vitest';
import { stageWith } from '../presets/stage.ts';
import type { Arm } from './experiment.ts';
import { haveSameSettings } from './same-settings.ts';

const shared = stageWith({ arms: [{ regularizers: {} }], training: { learningRate: 0.005 } });
const arm = (changes: Partial<Arm>): Arm => ({ id: 'A', name: null, regularizers: {}, ...changes });

describe('arms with the same settings', () => {
  it('are alike whatever they are called', () => {
    expect(haveSameSettings(shared, arm({}), arm({ id: 'B', name: 'Twin' }))).toBe(true);
  });

  it('may say the same in other ways', () => {
    const neutral = arm({ regularizers: { dropout: { rate: 0, inputRate: 0 } } });
    expect(haveSameSettings(shared, arm({}), neutral)).toBe(true);
    const equal = arm({ overrides: { learningRate: 0.005 } });
    expect(haveSameSettings(shared, arm({}), equal)).toBe(true);
  });

  it('differ in one strength or one setting', () => {
    const l2 = (lambda: number) => arm({ regularizers: { l2: { lambda } } });
    expect(haveSameSettings(shared, l2(0.01), l2(0.02))).toBe(false);
    expect(haveSameSettings(shared, arm({}), l2(0.01))).toBe(false);
    expect(haveSameSettings(shared, arm({}), arm({ overrides: { learningRate: 0.01 } }))).toBe(
      false,
    );
  });
});
