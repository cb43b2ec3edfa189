/** Whether a WebGL context has met an error, such as no memory left for a texture. */
import { DeviceLimitError } from '../../../engine/step/device-limit-error.ts';

export type ErrorSource = Pick<
  WebGL2RenderingContext,
  'getError' | 'NO_ERROR' | 'OUT_OF_MEMORY' | 'CONTEXT_LOST_WEBGL'
>;

/** There are fewer kinds of errors; a context that never runs out of them must not be asked for ever. */
const MOST_ERRORS = 8;

/**
 * Throws if it has: draws would go on without a word, with wrong numbers. A lost context is told elsewhere.
 * All errors are taken: one that stayed would be told again.
 */
export function assertNoError(gl: ErrorSource): void {
  const errors = takeErrors(gl).filter((error) => error !== gl.CONTEXT_LOST_WEBGL);
  const [first] = errors;
  if (first === undefined) return;
  // Without memory for a texture its draws fail too: that is the cause.
  if (errors.includes(gl.OUT_OF_MEMORY))
    throw new DeviceLimitError('the memory for graphics is exhausted');
  throw new Error(`The graphics device has met error ${first}.`);
}

/** Before a run: what one that was replaced has left behind is not laid to it. */
export function forgetErrors(gl: ErrorSource): void {
  takeErrors(gl);
}

function takeErrors(gl: ErrorSource): readonly number[] {
  const errors: number[] = [];
  while (errors.length < MOST_ERRORS) {
    const error = gl.getError();
    if (error === gl.NO_ERROR) break;
    errors.push(error);
  }
  return errors;
}
