/**
 * Code that comes after the page, once it is needed. Where it did not arrive it can be fetched anew, which
 * neither React's `lazy` nor the browser does of itself: the one keeps a failed import, the other (Chrome,
 * Firefox) keeps it under its address, so that a new try needs another one.
 */

export interface LateModule<Module> {
  /** The same promise until the next try. */
  readonly read: () => Promise<Module>;
  /** Tries again, only after a failure; readers are told that there is another promise. */
  readonly fetchAnew: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts the tries. */
  readonly attempt: () => number;
}

export function lateModule<Module>(
  load: () => Promise<Module>,
  importFrom: (address: string) => Promise<Module> = (address) =>
    import(/* @vite-ignore */ address) as Promise<Module>,
): LateModule<Module> {
  const listeners = new Set<() => void>();
  let attempts = 0;
  let failedAt: URL | null = null;
  let promise: Promise<Module> | null = null;
  let hasFailed = false;

  const fetchIt = () => {
    const made = failedAt ? importFrom(withAttempt(failedAt, attempts)) : load();
    made.catch((error: unknown) => {
      hasFailed = true;
      failedAt ??= addressIn(error);
    });
    return made;
  };
  return {
    read: () => (promise ??= fetchIt()),
    fetchAnew: () => {
      if (!hasFailed) return;
      hasFailed = false;
      attempts += 1;
      promise = null;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attempt: () => attempts,
  };
}

/** Chrome and Firefox name it; WebKit does not, and asks again for what failed. */
function addressIn(error: unknown): URL | null {
  const [address] = /https?:\/\/[^\s"']+/.exec(String(error)) ?? [];
  return address !== undefined && URL.canParse(address) ? new URL(address) : null;
}

function withAttempt(address: URL, attempt: number): string {
  const anew = new URL(address);
  anew.searchParams.set('attempt', String(attempt));
  return anew.href;
}
