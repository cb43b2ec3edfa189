/** Whether the page works without a network here, and what can be done so that all of it does. */
import { useEffect } from 'react';
import { useOffline } from '../../../store/offline/offline-context.tsx';
import type { OfflineState } from '../../../store/offline/offline-store.ts';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './keep-offline.module.css';

export function KeepOffline() {
  const site = useOffline((state) => state.site);
  return (
    <div className={styles.keep}>
      <p role="status">{SITE_TEXTS[site]}</p>
      {site !== 'impossible' && <Data />}
    </div>
  );
}

const SITE_TEXTS: Readonly<Record<OfflineState['site'], string>> = {
  loading: 'The page is being kept in this browser. It takes a few seconds.',
  kept: 'This browser keeps the page: it opens and trains offline, at the same address, lessons included.',
  failed:
    'The page could not be kept this time: not all of it arrived. The next visit tries it again.',
  impossible:
    'This browser cannot keep the page for use offline. That takes an https address, outside of frames and private windows.',
};

function Data() {
  const data = useOffline((state) => state.data);
  const isKeeping = useOffline((state) => state.isKeepingData);
  const problem = useOffline((state) => state.problem);
  const measureData = useOffline((state) => state.measureData);
  const keepData = useOffline((state) => state.keepData);
  const cancelKeeping = useOffline((state) => state.cancelKeeping);
  useEffect(() => void measureData(), [measureData]);
  if (!data) return null;
  const { keptBytes, totalBytes } = data;
  if (isKeeping)
    return (
      <div className={styles.line}>
        <progress value={keptBytes} max={totalBytes} aria-label="Data kept" />
        <span>{amountText(keptBytes, totalBytes)}</span>
        <Button onClick={cancelKeeping}>Cancel</Button>
      </div>
    );
  if (keptBytes === totalBytes) return <p role="status">It keeps all data too.</p>;
  return (
    <>
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.line}>
        <span>
          Data are kept as they are used, {amountText(keptBytes, totalBytes)} so far. MNIST with
          another seed needs more of them.
        </span>
        <Button onClick={() => void keepData()}>Keep all data</Button>
      </div>
    </>
  );
}

/** "0.3 of 14.6 MB" */
function amountText(keptBytes: number, totalBytes: number): string {
  return `${megabytes(keptBytes)} of ${megabytes(totalBytes)} MB`;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
