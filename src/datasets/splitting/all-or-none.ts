/**
 * Runs tasks at once, at most `limit` at a time, and gives their results in order. The first failure
 * aborts the others and is what the caller gets; so is an abort from outside, with its own reason.
 */
export async function allOrNone<Result>(
  tasks: readonly ((signal: AbortSignal) => Promise<Result>)[],
  signal: AbortSignal,
  limit = tasks.length,
): Promise<Result[]> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const forward = () => stop.abort(signal.reason);
  signal.addEventListener('abort', forward);
  const results: Result[] = [];
  const queue = tasks.entries(); // shared: each task is taken by one runner
  const runner = async () => {
    for (const [index, task] of queue) {
      if (stop.signal.aborted) return;
      results[index] = await task(stop.signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, runner));
  } catch (error) {
    stop.abort(error);
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', forward);
  }
  signal.throwIfAborted();
  return results;
}
