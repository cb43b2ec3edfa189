/** Start, Pause, Cancel; how far it is and how long it still takes. */
import { countOf } from '../../base/text/count-of.ts';
import { withCommas } from '../../base/text/with-commas.ts';
import { useSweep } from '../../store/sweep/sweep-context.tsx';
import type { SweepOutcome } from '../../store/sweep/sweep-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ThumbBar } from '../../ui/thumb-bar.tsx';
import { ExportMenu } from './results/export-menu.tsx';
import { SWEEP_BUTTON_ID } from './sweep-button-id.ts';
import { secondsText } from './seconds-text.ts';
import styles from './sweep-page.module.css';

export function SweepTransport({ outcome }: { readonly outcome: SweepOutcome }) {
  const done = useSweep((state) => state.done);
  const { all } = outcome;
  const shown = Math.floor(done);
  return (
    <div className={styles.transport}>
      <ThumbBar
        label="Sweep controls"
        className={styles.controls}
        buttonsClass={`${styles.buttons ?? ''} not-printed`}
        buttons={<Moves all={all} />}
      >
        <div className={styles.progress}>
          <p>
            <strong>{withCommas(shown)}</strong> / {countOf(all, 'trainings')}
          </p>
          <div
            className={styles.bar}
            role="progressbar"
            aria-label="Trainings"
            aria-valuemin={0}
            aria-valuenow={shown}
            aria-valuemax={all}
            aria-valuetext={`${withCommas(shown)} of ${countOf(all, 'trainings')}`}
          >
            <div style={{ width: `${all === 0 ? 0 : (done / all) * 100}%` }} />
          </div>
        </div>
      </ThumbBar>
      <TimeText />
      <ExportMenu outcome={outcome} />
    </div>
  );
}

function Moves({ all }: { readonly all: number }) {
  const status = useSweep((state) => state.status);
  const done = useSweep((state) => state.done);
  const { start, pause, resume, cancel } = useMoves();
  if (status === 'resting') {
    const isWhole = done >= all;
    return (
      <Button
        id={SWEEP_BUTTON_ID}
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
        <Button id={SWEEP_BUTTON_ID} look="primary" onClick={pause}>
          Pause
        </Button>
      ) : (
        <Button id={SWEEP_BUTTON_ID} look="primary" onClick={resume}>
          Resume
        </Button>
      )}
      <Button
        onClick={() => {
          document.getElementById(SWEEP_BUTTON_ID)?.focus();
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

function useMoves() {
  return {
    start: useSweep((state) => state.start),
    pause: useSweep((state) => state.pause),
    resume: useSweep((state) => state.resume),
    cancel: useSweep((state) => state.cancel),
  };
}

function TimeText() {
  const status = useSweep((state) => state.status);
  const run = useSweep((state) => state.run);
  const done = useSweep((state) => state.done);
  const estimated = useSweep((state) => state.estimatedSeconds);
  const isEstimating = useSweep((state) => state.isEstimating);
  const all = useSweep((state) => state.prepared.lanes.length);
  const text = timeText(status, run, { done, all });
  const isIdle = status === 'resting' && text === '';
  const cost = estimated === null ? '' : `about ${secondsText(estimated)} on this device`;
  return (
    <>
      <p className={styles.time}>{isIdle ? (isEstimating ? 'timing …' : cost) : text}</p>
      {/* Seconds that go by are not read aloud. */}
      <p className="visually-hidden" role="status" aria-label="Sweep status">
        {status === 'training' ? 'training' : text}
      </p>
    </>
  );
}

function timeText(
  status: 'resting' | 'training' | 'paused',
  run: {
    readonly seconds: number;
    readonly secondsLeft: number | null;
    readonly expectedSeconds: number | null;
    readonly isOver: boolean;
  } | null,
  { done, all }: { readonly done: number; readonly all: number },
): string {
  if (status === 'paused') return 'paused';
  const left = run?.secondsLeft ?? null;
  if (status === 'training') return left === null ? 'training' : `${secondsText(left)} left`;
  if (!run) return done > 0 ? 'kept from before' : '';
  if (!run.isOver) return 'cancelled; what is done is kept';
  const failed = all - done;
  if (failed > 0) return `finished, but ${countOf(failed, 'trainings')} failed`;
  const expected =
    run.expectedSeconds === null ? '' : `; the estimate was ${secondsText(run.expectedSeconds)}`;
  return `finished in ${secondsText(run.seconds)}${expected}`;
}
