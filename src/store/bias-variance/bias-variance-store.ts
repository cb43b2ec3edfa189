/** The Bias–variance page's store: what is trained, how far it is, and which three values are looked at. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { lanesOfChunk } from '../../client/cut-into-chunks.ts';
import { findDataset } from '../../datasets/registry.ts';
import { withPoints } from '../../plans/bias-variance-form.ts';
import type { BiasVarianceForm } from '../../plans/bias-variance-form.ts';
import { PlanRun } from '../plan-run/plan-run.ts';
import type { RunSurroundings } from '../plan-run/plan-run.ts';
import type { PlanRunState } from '../plan-run/plan-run-state.ts';
import { prepareBiasVariance } from './prepare-bias-variance.ts';
import type { PreparedBiasVariance } from './prepare-bias-variance.ts';
import { readBiasVarianceForm } from '../../plans/read-bias-variance-form.ts';
import { readImages } from './read-images.ts';
import type { ValidationImages } from './read-images.ts';

export type ShownPlaces = readonly [number, number, number];

export interface BiasVarianceState extends PlanRunState<BiasVarianceForm, PreparedBiasVariance> {
  /** Places on the axis whose fits are drawn; null: the two ends and the best one, as they come. */
  readonly shownPlaces: ShownPlaces | null;
  /** Of digits, those that networks are judged on; null: not read, or there are none. */
  readonly images: ValidationImages | null;

  readonly show: (places: ShownPlaces | null) => void;
}

export type BiasVarianceStore = StoreApi<BiasVarianceState>;

export interface BiasVarianceSurroundings extends RunSurroundings {
  readonly initialForm: BiasVarianceForm;
}

const UNREADABLE =
  'What this browser had kept of bias and variance is damaged or cannot run. The page starts from its first preset.';

export function createBiasVarianceStore(surroundings: BiasVarianceSurroundings): BiasVarianceStore {
  const { pool, backend } = surroundings;
  return createStore<BiasVarianceState>()((set, get) => {
    const run = new PlanRun<BiasVarianceForm, PreparedBiasVariance>(
      {
        ...surroundings,
        ...{ page: 'bias-variance', prepare: prepareBiasVariance },
        ...{ read: readBiasVarianceForm, unreadable: UNREADABLE },
        suit: suited,
        // All values of a few sets at once: the picture is there soon, and of every value.
        lanesPerChunk: ({ lanes, plan }) =>
          Math.min(lanesOfChunk(lanes.length, pool.size), Math.max(2, plan.cells.length)),
      },
      {
        ...{ read: get, write: set },
        interrupt: () => undefined,
        formChanged: () => set({ shownPlaces: null }),
        lookAhead: async ({ lanes }, signal) => {
          const [first] = lanes;
          const dataset = first && findDataset(first.spec.data.dataset);
          if (!first || !dataset?.image || get().images?.key === imagesKey(first.spec)) return;
          const key = imagesKey(first.spec);
          const images = await readImages(pool, first.spec, { key, backend: backend(), signal });
          if (images && !signal.aborted) set({ images });
        },
      },
    );
    return {
      ...run.initialState(),
      ...{ shownPlaces: null, images: null },
      show: (shownPlaces) => set({ shownPlaces }),
    };
  });
}

/** Which rows they are follows from these. */
function imagesKey({ data, identity }: PreparedBiasVariance['lanes'][number]['spec']): string {
  return JSON.stringify([data.dataset, data.validationExamples, identity.seed]);
}

/** A batch of all points stays one of all. */
function suited(form: BiasVarianceForm, before: BiasVarianceForm): BiasVarianceForm {
  const { trainingExamples } = form.base.data;
  const isOther = trainingExamples !== before.base.data.trainingExamples;
  const hasSameBatch = form.base.training.batchSize === before.base.training.batchSize;
  if (!isOther || !hasSameBatch || form.base.data.dataset !== before.base.data.dataset) return form;
  return {
    ...form,
    base: { ...form.base, training: withPoints(before.base, trainingExamples).training },
  };
}
