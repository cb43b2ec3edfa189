import { describe, expect, it } from 'vitest';
import { simplestAnswer } from './simplest-answer.ts';

describe('simplest answer', () => {
  it('names the commonest class, whichever it is', () => {
    expect(simplestAnswer(Float32Array.of(2, 0, 2, 1, 2, 0, 1, 2), 'classification')).toBe(0.5);
    expect(simplestAnswer(Float32Array.of(1, 1, 1), 'classification')).toBe(1);
  });

  it('answers the mean in regression, and is off by the variance', () => {
    // Mean 3, squared distances 4, 1, 0 and 9.
    expect(simplestAnswer(Float32Array.of(1, 2, 3, 6), 'regression')).toBe(3.5);
    expect(simplestAnswer(Float32Array.of(-1, 1), 'regression')).toBe(1);
  });

  it('has no figure without rows', () => {
    expect(simplestAnswer(new Float32Array(0), 'classification')).toBeNaN();
    expect(simplestAnswer(new Float32Array(0), 'regression')).toBeNaN();
  });
});
