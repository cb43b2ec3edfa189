import { describe, expect, it } from 'vitest';
import { DeviceLimitError } from '../../../engine/step/device-limit-error.ts';
import { assertNoError, forgetErrors } from './assert-no-error.ts';
import type { ErrorSource } from './assert-no-error.ts';

const CODES = { NO_ERROR: 0, OUT_OF_MEMORY: 1285, CONTEXT_LOST_WEBGL: 37442 } as const;
const INVALID_FRAMEBUFFER_OPERATION = 1286;

/** A context that has met these errors; it gives one at a time, as WebGL does. */
function contextWith(...errors: number[]): ErrorSource {
  return { ...CODES, getError: () => errors.shift() ?? CODES.NO_ERROR };
}

describe('the errors of a context', () => {
  it('are none where there are none, and a lost context is no error', () => {
    expect(() => assertNoError(contextWith())).not.toThrow();
    expect(() => assertNoError(contextWith(CODES.CONTEXT_LOST_WEBGL))).not.toThrow();
  });

  it('are all taken with the first, and the cause is named, in whichever order they come', () => {
    for (const errors of [
      [CODES.OUT_OF_MEMORY, INVALID_FRAMEBUFFER_OPERATION],
      [INVALID_FRAMEBUFFER_OPERATION, CODES.OUT_OF_MEMORY],
    ]) {
      const gl = contextWith(...errors);
      expect(() => assertNoError(gl)).toThrow(DeviceLimitError);
      // The next run has met no error.
      expect(() => assertNoError(gl)).not.toThrow();
    }
  });

  it('have their number where the cause is not known', () => {
    expect(() => assertNoError(contextWith(INVALID_FRAMEBUFFER_OPERATION))).toThrow('error 1286');
  });

  it('that were met before are forgotten, all of them, and later ones are told', () => {
    const errors: number[] = [CODES.OUT_OF_MEMORY, INVALID_FRAMEBUFFER_OPERATION];
    const gl: ErrorSource = { ...CODES, getError: () => errors.shift() ?? CODES.NO_ERROR };
    forgetErrors(gl);
    expect(() => assertNoError(gl)).not.toThrow();
    errors.push(CODES.OUT_OF_MEMORY);
    expect(() => assertNoError(gl)).toThrow(DeviceLimitError);
  });

  it('do not hold up who asks a context that has no end of them', () => {
    const gl: ErrorSource = { ...CODES, getError: () => CODES.OUT_OF_MEMORY };
    expect(() => assertNoError(gl)).toThrow(DeviceLimitError);
    expect(() => forgetErrors(gl)).not.toThrow();
  });
});
