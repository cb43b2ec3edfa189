/** The sheet's code comes when it is opened. */
import { Suspense, use, useSyncExternalStore } from 'react';
import { Guarded } from '../../ui/guarded.tsx';
import { lateModule } from '../../ui/late-module.ts';

const sheet = lateModule(() => import('./history-sheet.tsx'));

export function LateHistorySheet() {
  const tries = useSyncExternalStore(sheet.subscribe, sheet.attempt);
  return (
    <Guarded key={tries} name="History" onTryAgain={sheet.fetchAnew}>
      <Suspense fallback={<p>Opening …</p>}>
        <Loaded />
      </Suspense>
    </Guarded>
  );
}

function Loaded() {
  const { HistorySheet } = use(sheet.read());
  return <HistorySheet />;
}
