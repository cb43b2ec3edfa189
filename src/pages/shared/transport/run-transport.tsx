/** Start, Pause, Cancel of a page's plan; how far it is and how long it still takes. */
import type { ReactNode } from 'react';
import { countOf } from '../../../base/text/count-of.ts';
import { withCommas } from '../../../base/text/with-commas.ts';
import type {
  PlanRunState,
  PreparedRun,
  RunTimes,
} from '../../../store/plan-run/plan-run-state.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { ThumbBar } from '../../../ui/thumb-bar.tsx';
import { secondsText } from './seconds-text.ts';
import styles from './run-transport.module.css';

type Run = Pick<
  PlanRunState<unknown, PreparedRun>,
  | ('status' | 'done' | 'run' | 'estimatedSeconds' | 'isEstimating')
  | ('start' | 'pause' | 'resume' | 'cancel')
>;

interface RunTransportProps {
  /** "Sweep": its controls and its status are named by it. */
  readonly name: string;
  readonly buttonId: string;
  readonly run: Run;
  /** Trainings of the plan. */
  readonly all: number;
  /** "trainings" */
  readonly unit: string;
  /** On its right. */
  readonly children: ReactNode;
}

export function RunTransport({ name, buttonId, run, all, unit, children }: RunTransportProps) {
  const { done } = run;
  const shown = Math.floor(done);
  return (
    <div className={styles.transport}>
      <ThumbBar
        label={`${name} controls`}
        className={styles.controls}
        buttonsClass={`${styles.buttons ?? ''} not-printed`}
        buttons={<Moves {...{ run, all, buttonId }} />}
      >
        <div className={styles.progress}>
          <p>
            <strong>{withCommas(shown)}</strong> / {countOf(all, unit)}
          </p>
          <div
            className={styles.bar}
            role="progressbar"
            aria-label="Trainings"
            aria-valuemin={0}
            aria-valuenow={shown}
            aria-valuemax={all}
            aria-valuetext={`${withCommas(shown)} of ${countOf(all, unit)}`}
          >
            <div style={{ width: `${all === 0 ? 0 : (done / all) * 100}%` }} />
          </div>
        </div>
      </ThumbBar>
      <TimeText {...{ name, run, all, unit }} />
      {children}
    </div>
  );
}

function Moves({
  run: { status, done, start, pause, resume, cancel },
  all,
  buttonId,
}: Pick<RunTransportProps, 'run' | 'all' | 'buttonId'>) {
  if (status === 'resting') {
    const isWhole = done >= all;
    return (
      <Button
        id={buttonId}
        look="primary"
        onClick={start}
        // Not disabled: the focus would be lost when the last training is done.
        aria-disabled={isWhole || all === 0 || undefined}
        title={isWhole && all > 0 ? 'Every training is done.' : undefined}
      >
        {done > 0 && !isWhole ? 'Complete' : 'Start'}
      </Button>
    );
  }
  return (
    <>
      {status === 'training' ? (
        <Button id={buttonId} look="primary" onClick={pause}>
          Pause
        </Button>
      ) : (
        <Button id={buttonId} look="primary" onClick={resume}>
          Resume
        </Button>
      )}
      <Button
        onClick={() => {
          document.getElementById(buttonId)?.focus();
          cancel();
        }}
      >
        <span>
          Cancel<span className={styles.keeps}>, keep what is done</span>
        </span>
      </Button>
    </>
  );
}

function TimeText({ name, run, all, unit }: Omit<RunTransportProps, 'buttonId' | 'children'>) {
  const { status, done, estimatedSeconds, isEstimating } = run;
  const text = timeText(status, run.run, { done, all, unit });
  const isIdle = status === 'resting' && text === '';
  const cost =
    estimatedSeconds === null ? '' : `about ${secondsText(estimatedSeconds)} on this device`;
  return (
    <>
      <p className={styles.time}>{isIdle ? (isEstimating ? 'timing …' : cost) : text}</p>
      <p className="visually-hidden" role="status" aria-label={`${name} status`}>
        {statusText(run, text)}
      </p>
    </>
  );
}

/** In words that do not change from second to second: those would be read aloud. */
function statusText({ status, run, isEstimating }: Run, text: string): string {
  if (status === 'training') return 'running';
  if (status === 'paused') return 'paused';
  if (isEstimating) return 'estimating';
  if (!run) return text === '' ? 'ready' : `ready; ${text}`;
  return text;
}

function timeText(
  status: Run['status'],
  run: RunTimes | null,
  { done, all, unit }: { readonly done: number; readonly all: number; readonly unit: string },
): string {
  if (status === 'paused') return 'paused';
  const left = run?.secondsLeft ?? null;
  if (status === 'training') return left === null ? 'running' : `${secondsText(left)} left`;
  if (!run) return done > 0 ? 'kept from before' : '';
  if (!run.isOver) return 'cancelled; what is done is kept';
  const failed = all - done;
  if (failed > 0) return `finished, but ${countOf(failed, unit)} failed`;
  const expected =
    run.expectedSeconds === null ? '' : `; the estimate was ${secondsText(run.expectedSeconds)}`;
  return `finished in ${secondsText(run.seconds)}${expected}`;
}
