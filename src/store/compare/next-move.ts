/** Which moves of the run are open, for its buttons and its keys alike. */
import { assertNever } from '../../base/assert-never.ts';
import { continuation } from './continuation.ts';
import type { Playground } from '../playground.ts';

/** What the main button does; null while what is set cannot run. */
export function mainMove(state: Playground): 'train' | 'goOn' | 'pause' | null {
  const { status, whenReady, problems } = state;
  if (status === 'training' || whenReady === 'trainRun') return 'pause';
  // A paused run goes on with the settings it has, whatever the fields say meanwhile.
  if (problems.length > 0 && status !== 'paused') return null;
  return continuation(state) ? 'goOn' : 'train';
}

export function canStep(state: Playground): boolean {
  return whyNoStep(state) === null;
}

/** Why neither an epoch nor a batch can be stepped, in a sentence; null where one can. */
export function whyNoStep(state: Playground): string | null {
  const { status } = state;
  switch (status) {
    case 'paused':
      return null;
    case 'ready':
      return whyNoReset(state);
    case 'training':
      return 'It is training: pause it to go step by step.';
    case 'loading data':
    case 'compiling':
      return whyNoReset(state) ?? 'The run is not ready yet.';
    case 'finished':
      return 'The run has finished: Reset takes it back to epoch 0.';
    case 'stopped':
      return whyNoReset(state) ?? 'The run has stopped: Reset takes it back to epoch 0.';
    default:
      return assertNever(status);
  }
}

export function canReset(state: Playground): boolean {
  return whyNoReset(state) === null;
}

/** Why what is set cannot be trained, in a sentence; null where it can. */
export function whyNoReset({ problems }: Playground): string | null {
  return problems[0]?.message ?? null;
}
