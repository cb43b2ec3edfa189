/** What moves the sweep, and its files. */
import { useSweep } from '../../store/sweep/sweep-context.tsx';
import type { SweepOutcome } from '../../store/sweep/sweep-context.tsx';
import { RunTransport } from '../shared/transport/run-transport.tsx';
import { ExportMenu } from './results/export-menu.tsx';
import { SWEEP_BUTTON_ID } from './sweep-button-id.ts';

export function SweepTransport({ outcome }: { readonly outcome: SweepOutcome }) {
  const run = useSweep((state) => state);
  return (
    <RunTransport
      {...{ name: 'Sweep', buttonId: SWEEP_BUTTON_ID, run }}
      {...{ all: outcome.all, unit: 'trainings' }}
    >
      <ExportMenu outcome={outcome} />
    </RunTransport>
  );
}
