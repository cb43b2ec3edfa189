/** The Sweep page's store: what is swept, how far it is trained, and what was asked of single cells. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { rowPartsOrder } from '../../plans/row-parts-order.ts';
import { suitedForm } from '../../plans/sweep-form.ts';
import type { SweepForm } from '../../plans/sweep-form.ts';
import { PlanRun } from '../plan-run/plan-run.ts';
import type { RunSurroundings } from '../plan-run/plan-run.ts';
import type { PlanRunState } from '../plan-run/plan-run-state.ts';
import { askCell } from './ask-cell.ts';
import type { CellAnswer, CellQuestion } from './ask-cell.ts';
import { prepareSweep } from './prepare-sweep.ts';
import type { PreparedSweep } from './prepare-sweep.ts';
import { readSweepForm } from '../../plans/read-sweep-form.ts';
import { readRowParts } from './read-row-parts.ts';
import type { RowPartsAnswer } from './read-row-parts.ts';

export interface SweepState extends PlanRunState<SweepForm, PreparedSweep> {
  /** The curves, or the sealed test set, of one cell. */
  readonly answers: Readonly<Partial<Record<CellQuestion['kind'], CellAnswer>>>;
  /** What every row does; of another division than the present one its key is another. */
  readonly rowParts: RowPartsAnswer | null;
  /** Place of the cell that is looked at ("3,0"). */
  readonly shownPlace: string | null;

  /** Forgets the results of one cell, and trains it again. */
  readonly trainAgain: (place: string) => void;
  /** Null: something else was asked or started meanwhile. */
  readonly ask: (question: CellQuestion) => Promise<CellAnswer | null>;
  readonly show: (place: string | null) => void;
}

export type SweepStore = StoreApi<SweepState>;

export interface SweepSurroundings extends RunSurroundings {
  readonly initialForm: SweepForm;
}

const UNREADABLE =
  'The sweep that this browser had kept is damaged or cannot run. The page starts from its first preset.';

export function createSweepStore(surroundings: SweepSurroundings): SweepStore {
  const { pool, backend } = surroundings;
  let asking = new AbortController();

  return createStore<SweepState>()((set, get) => {
    const run = new PlanRun<SweepForm, PreparedSweep>(
      {
        ...surroundings,
        ...{ page: 'sweep', prepare: prepareSweep, read: readSweepForm, unreadable: UNREADABLE },
        // Which epoch judges is left alone where it was chosen with the rest, as presets do.
        suit: (form, before, change) => suitedForm(form, change.judging ? null : before),
      },
      {
        ...{ read: get, write: set },
        interrupt: () => asking.abort(),
        formChanged: () => set({ answers: {}, shownPlace: null }),
        lookAhead: async ({ lanes }, signal) => {
          const order = rowPartsOrder(lanes);
          if (!order || order.key === get().rowParts?.key) return;
          const rowParts = await readRowParts(pool, order, { backend: backend(), signal });
          if (rowParts && !signal.aborted) set({ rowParts });
        },
      },
    );
    return {
      ...run.initialState(),
      ...{ answers: {}, shownPlace: null, rowParts: null },

      trainAgain: (place) =>
        run.trainAgain(get().prepared.lanes.filter(({ key }) => key.startsWith(`${place}/`))),
      ask: async (question) => {
        const { prepared, status, results } = get();
        if (status !== 'resting') return null;
        run.stopEstimating();
        asking.abort();
        asking = new AbortController();
        const { signal } = asking;
        return askCell({ pool, prepared, results, backend: backend(), signal }, question, (one) =>
          set({ answers: { ...get().answers, [question.kind]: one } }),
        );
      },
      show: (place) => set({ shownPlace: place }),
    };
  });
}
