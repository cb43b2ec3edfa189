/** Which moves of the run are open, for its buttons and its keys alike. */
import type { Playground } from './playground-store.ts';

/** What the main button does; null while what is set cannot run. */
export function mainMove(state: Playground): 'train' | 'pause' | null {
  const { status, whenReady, problems } = state;
  if (status === 'training' || whenReady === 'trainRun') return 'pause';
  // A paused run goes on with the settings it has, whatever the fields say meanwhile.
  return problems.length > 0 && status !== 'paused' ? null : 'train';
}

export function canStep({ status, problems }: Playground): boolean {
  return status === 'paused' || (status === 'ready' && problems.length === 0);
}

export function canReset({ problems }: Playground): boolean {
  return problems.length === 0;
}
