/** The list of live changes, with the change of the backend that trains. */
import { BACKEND, withChange } from '../../experiment/live-changes.ts';
import type { LiveChange } from '../../experiment/live-changes.ts';
import type { BackendReport } from '../../protocol/messages.ts';
import type { Playground } from '../playground.ts';
import { BACKEND_LABELS } from './backend-choice.ts';

/** A run that lost its device or worker goes on elsewhere, where numbers round otherwise. */
export function withBackendChange(
  { liveChanges, backend, epoch, stepInEpoch, stepsPerEpoch }: Playground,
  next: BackendReport,
): readonly LiveChange[] {
  if (!backend || backend.name === next.name) return liveChanges;
  return withChange(liveChanges, {
    ...{
      armId: null,
      setting: BACKEND,
      from: BACKEND_LABELS[backend.name],
      to: BACKEND_LABELS[next.name],
    },
    ...{ epoch: epoch + stepInEpoch / stepsPerEpoch, madeAt: performance.now() },
  });
}
