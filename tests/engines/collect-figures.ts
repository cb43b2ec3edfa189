/** The figures of a run as the worker sends them, with every bit, and whatever the page makes of them. */
import { FIGURES } from '../../src/figures/figures.ts';
import type { TrainerEvent } from '../../src/protocol/messages.ts';
import type { Visit } from './visit.ts';

declare global {
  /** By lane, a row an epoch. */
  var figures: string[][];
}

/** Of the run that is prepared next. There is a worker by now, and no way to be there before it. */
export async function collectFigures({ evaluate }: Visit): Promise<void> {
  await evaluate(
    (figureCount, timeColumn) => {
      window.figures = [];
      const known = new WeakSet<Worker>();
      const post = Worker.prototype.postMessage as (...args: unknown[]) => void;
      Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
        if (!known.has(this)) this.addEventListener('message', take);
        known.add(this);
        post.apply(this, args);
      };
      function take({ data }: MessageEvent<TrainerEvent>) {
        if (data.type === 'runPrepared') window.figures = [];
        if (data.type !== 'frameCompleted') return;
        for (const { lane, rows } of data.frame.lanes)
          for (let at = 0; at < rows.length; at += figureCount)
            (window.figures[lane] ??= []).push(
              // A number's own notation tells all its bits, but for the sign of 0.
              Array.from(rows.subarray(at, at + figureCount))
                .map((value) => (Object.is(value, -0) ? '-0' : String(value)))
                .filter((_, column) => column !== timeColumn)
                .join(' '),
            );
      }
    },
    FIGURES.length,
    FIGURES.indexOf('trainingMs'),
  );
}

export const collectedFigures = ({ evaluate }: Visit): Promise<string[][]> =>
  evaluate(() => window.figures);
