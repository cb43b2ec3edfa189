/** For tests: the stores of all pages, which train nothing and keep nothing. */
import type { ResultShelf } from '../../client/result-shelf.ts';
import { createBiasVarianceStore } from '../bias-variance/bias-variance-store.ts';
import { INITIAL_BIAS_VARIANCE_FORM } from '../bias-variance/initial-bias-variance-form.ts';
import { openReady } from '../playground-fixture.ts';
import { INITIAL_FORM } from '../sweep/initial-form.ts';
import { createSweepStore } from '../sweep/sweep-store.ts';

const nothing = () => undefined;
const EMPTY_SHELF: ResultShelf = {
  find: async () => new Map(),
  ...{ put: async () => undefined, remove: async () => undefined },
  ...{ readForm: async () => undefined, writeForm: async () => undefined },
};

export function pageStores() {
  const surroundings = {
    pool: {
      ...{ isTraining: false, size: 1 },
      start: () => ({ pause: nothing, resume: nothing, cancel: nothing }),
    },
    ...{ shelf: EMPTY_SHELF, backend: () => 'cpu' as const },
  };
  const opened = openReady();
  return {
    ...opened,
    playground: opened.store,
    sweep: createSweepStore({ ...surroundings, initialForm: INITIAL_FORM }),
    biasVariance: createBiasVarianceStore({
      ...surroundings,
      initialForm: INITIAL_BIAS_VARIANCE_FORM,
    }),
  };
}
