/** The one store of the page, made of slices. Figures are not in it: see client/run-history.ts. */
import { createStore } from 'zustand/vanilla';
import type { Playground, PlaygroundStore, Surroundings } from './playground.ts';
import { createChartSlice } from './compare/chart-slice.ts';
import { createDataPictureSlice } from './compare/data-picture-slice.ts';
import { createExperimentSlice } from './compare/experiment-slice.ts';
import { createMicroscopeSlice } from './compare/microscope-slice.ts';
import { completeReferences, createReferenceSlice } from './compare/reference-slice.ts';
import { createRunSlice } from './compare/run-slice.ts';
import { createTestSlice } from './compare/test-slice.ts';
import { createViewSlice } from './page/view-slice.ts';

export function createPlaygroundStore(surroundings: Surroundings): PlaygroundStore {
  const store = createStore<Playground>()((...parts) => ({
    ...createExperimentSlice(...parts),
    ...createViewSlice(...parts),
    ...createChartSlice(...parts),
    ...createReferenceSlice(...parts),
    ...createMicroscopeSlice(...parts),
    ...createDataPictureSlice(...parts),
    ...createTestSlice(...parts),
    ...createRunSlice(surroundings)(...parts),
  }));
  completeReferences(store);
  return store;
}
