/** Strips about the run besides its figures: changes that wait, loading, failure, notices. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../../../protocol/messages.ts';
import { BACKEND_CHOICES } from '../../../store/compare/backend-choice.ts';
import { continuation } from '../../../store/compare/continuation.ts';
import { whyNoReset } from '../../../store/compare/next-move.ts';
import { isUntouched } from '../../../store/compare/run-director.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import type { Playground } from '../../../store/playground.ts';
import { listChanges } from '../../../experiment/settings-change.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { wholePercent } from '../../../base/text/figure-text.ts';
import { Strip } from '../../../ui/controls/strip.tsx';
import { disabledBy, ProblemStrip } from './problem-strip.tsx';
import { loadedText } from './progress-text.ts';
import { useNarrow } from '../../shared/use-narrow.ts';
import { roomOverFoot } from './room-over-foot.ts';
import styles from './transport.module.css';

/** `children`: strips that only one page has, after what has happened. */
export function RunStrips({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles.strips}>
      <NoticeStrips />
      {children}
      <FaultStrips />
      <SilenceStrip />
      <LoadingStrip />
      <WaitingStrip />
    </div>
  );
}

function NoticeStrips() {
  const notices = usePlayground((state) => state.notices);
  const dismiss = usePlayground((state) => state.dismissNotice);
  return notices.map((notice) => (
    <Strip
      key={notice}
      actions={
        <Button look="quiet" onClick={() => dismiss(notice)}>
          Dismiss
        </Button>
      }
    >
      <p>{notice}</p>
    </Strip>
  ));
}

/** What is wrong with the settings, and with the run. */
function FaultStrips() {
  const isAny = usePlayground(({ problems, failure }) => problems.length > 0 || failure !== null);
  // Then it can be read in the introduction right beneath, and is here for screen readers alone.
  const isSaid = usePlayground(
    (state) => state.problems.length === 1 && state.failure === null && isUntouched(state),
  );
  const isNarrow = useNarrow();
  if (!isAny) return null;
  return (
    // On a phone the settings, where it was caused, may fill the screen.
    <div ref={roomOverFoot} className={isSaid && !isNarrow ? 'visually-hidden' : styles.faults}>
      <ProblemStrip />
      <FailureStrip />
    </div>
  );
}

function FailureStrip() {
  const failure = usePlayground((state) => state.failure);
  const tryAgain = usePlayground((state) => state.reset);
  const reason = usePlayground(whyNoReset);
  if (!failure) return null;
  return (
    <Strip
      tone={failure.kind === 'cancelled' ? 'plain' : 'alert'}
      actions={
        <Button onClick={tryAgain} {...disabledBy(reason)}>
          Try again
        </Button>
      }
    >
      <p>{failureText(failure)}</p>
    </Strip>
  );
}

function failureText({ kind, message }: Failure): string {
  if (kind === 'cancelled') return 'Loading was cancelled; the settings are kept.';
  if (kind !== 'data') return message;
  return `${message} The settings are kept: try again, or choose another data set.`;
}

/** The page cannot know whether the worker is dead or only slow; the user may. */
function SilenceStrip() {
  const isSilent = usePlayground((state) => state.isWorkerSilent);
  const restart = usePlayground((state) => state.restartWorker);
  if (!isSilent) return null;
  return (
    <Strip actions={<Button onClick={restart}>Restart the worker</Button>}>
      <p>
        The training worker has said nothing for 20 seconds. A slow device may only need longer; a
        restart keeps the settings and goes on from the last checkpoint.
      </p>
    </Strip>
  );
}

/** Shown only where loading takes long enough to read it. */
function LoadingStrip() {
  const status = usePlayground((state) => state.status);
  const progress = usePlayground((state) => state.dataProgress);
  const measured = usePlayground((state) => state.runProgress?.measured ?? null);
  const cancel = usePlayground((state) => state.cancel);
  const isSlow = useLasting(status === 'loading data' || status === 'compiling', 400);
  if (!isSlow) return null;
  const isLoading = status === 'loading data';
  const loaded = isLoading && progress ? loadedText(progress) : '';
  return (
    // Over the page's foot: it comes and goes, and would push the page each time.
    <div className={styles.waiting}>
      <Strip
        actions={
          <Button look="plain" onClick={cancel}>
            Cancel
          </Button>
        }
      >
        <p>{isLoading ? `Loading the data${loaded}.` : preparingText(measured)}</p>
      </Strip>
    </div>
  );
}

function WaitingStrip() {
  const waiting = usePlayground(waitingChanges);
  const resetAndTrain = usePlayground((state) => state.resetAndTrain);
  const reason = usePlayground(whyNoReset);
  const canGoOn = usePlayground((state) => continuation(state) !== null);
  if (waiting === '') return null;
  // Over the page's foot: in the flow it would push what is being edited away under the pointer.
  return (
    <div ref={roomOverFoot} className={styles.waiting}>
      <Strip
        actions={
          <Button onClick={resetAndTrain} {...disabledBy(reason)}>
            Reset and train
          </Button>
        }
      >
        <p>
          Changed: {waiting}.{' '}
          <span className={styles.aside}>
            Takes effect {canGoOn ? 'when you continue, or after Reset.' : 'after Reset.'}
          </span>
        </p>
      </Strip>
    </div>
  );
}

/** What was changed since the run on screen was prepared and cannot reach it; '' if nothing. */
function waitingChanges(state: Playground): string {
  const { runExperiment, experiment, status, runBackendChoice, backendChoice } = state;
  const runs = status === 'training' || status === 'paused';
  if (!runExperiment || state.failure || !(runs || status === 'finished' || status === 'stopped'))
    return '';
  const changes = listChanges(runExperiment, experiment, state.retiredArms);
  if (backendChoice !== runBackendChoice) {
    const label = BACKEND_CHOICES.find(({ value }) => value === backendChoice)?.label ?? '';
    changes.push(`backend: ${label}`);
  }
  return changes.join(', ');
}

function preparingText(measured: number | null): string {
  if (measured === null) return 'Compiling the kernels for this network.';
  return `Measuring the untrained networks: ${wholePercent(measured)}`;
}

/** True once `condition` has held for that long. */
function useLasting(condition: boolean, delayMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!condition) return;
    const timer = setTimeout(() => setLasts(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [condition, delayMs]);
  return lasts;
}
