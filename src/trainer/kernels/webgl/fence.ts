/**
 * Waiting for the device. tfjs' own wait never settles after a lost context, and reads then return
 * zeros; this one rejects. A device that does not answer within a time limit is given up: its context is
 * made lost, so that it counts as lost wherever that is asked.
 */

/** Polls without delay for this long (an answer within a step's time), then with a timer. */
const EAGER_MS = 3;

/** Resolves when everything sent so far has run. */
export async function waitForDevice(
  gl: WebGL2RenderingContext,
  timeLimitMs: number,
): Promise<void> {
  const start = performance.now();
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence || gl.isContextLost()) throw new Error('The WebGL context was lost.');
  gl.flush();
  try {
    while (!hasPassed(gl, fence)) {
      const waitedMs = performance.now() - start;
      if (gl.isContextLost()) throw new Error('The WebGL context was lost.');
      if (waitedMs > timeLimitMs) {
        gl.getExtension('WEBGL_lose_context')?.loseContext();
        throw new Error(`The graphics device did not answer within ${timeLimitMs} ms.`);
      }
      await (waitedMs < EAGER_MS ? nextTurn() : afterTimer());
    }
  } finally {
    gl.deleteSync(fence);
  }
  if (gl.isContextLost()) throw new Error('The WebGL context was lost.');
}

function hasPassed(gl: WebGL2RenderingContext, fence: WebGLSync): boolean {
  const status = gl.clientWaitSync(fence, 0, 0);
  return status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED;
}

/** A turn of the event loop: a fence cannot be seen to pass within the turn that made it. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function afterTimer(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
