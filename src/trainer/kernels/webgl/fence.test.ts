import { describe, expect, it, vi } from 'vitest';
import { waitForDevice } from './fence.ts';

/** A context whose fences pass, never pass, or whose loss is noticed while one is waited for. */
function contextThat(behaves: 'answers' | 'hangs' | 'is lost' | 'is lost after a while') {
  const loseContext = vi.fn(() => (lost = true));
  let lost = behaves === 'is lost';
  let polls = 0;
  const gl = {
    ...{ SYNC_GPU_COMMANDS_COMPLETE: 1, ALREADY_SIGNALED: 2, TIMEOUT_EXPIRED: 3 },
    CONDITION_SATISFIED: 4,
    fenceSync: () => (lost ? null : {}),
    deleteSync: vi.fn(),
    flush: vi.fn(),
    isContextLost: () => lost,
    getExtension: () => ({ loseContext }),
    clientWaitSync: () => {
      polls += 1;
      if (behaves === 'is lost after a while' && polls === 3) lost = true;
      return behaves === 'answers' && polls > 2 ? 4 : 3;
    },
  };
  return { gl: gl as unknown as WebGL2RenderingContext, loseContext };
}

describe('waiting for the device', () => {
  it('ends when the fence has passed', async () => {
    const { gl, loseContext } = contextThat('answers');
    await waitForDevice(gl, 1000);
    expect(loseContext).not.toHaveBeenCalled();
    expect(gl.deleteSync).toHaveBeenCalledOnce();
  });

  it('ends within the time limit where the fence never passes, and gives the device up', async () => {
    const { gl } = contextThat('hangs');
    const before = performance.now();
    await expect(waitForDevice(gl, 40)).rejects.toThrow('did not answer within 40 ms');
    expect(performance.now() - before).toBeLessThan(5000);
    expect(gl.isContextLost()).toBe(true);
    expect(gl.deleteSync).toHaveBeenCalledOnce();
  });

  it.each(['is lost', 'is lost after a while'] as const)(
    'says so where the context %s, without waiting for the limit',
    async (behaves) => {
      const { gl } = contextThat(behaves);
      await expect(waitForDevice(gl, 60_000)).rejects.toThrow('context was lost');
    },
  );
});
