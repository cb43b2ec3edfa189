/** The one store of the page, made of slices. Figures are not in it: see client/run-history.ts. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TrainerClient, TrainerListener } from '../client/trainer-client.ts';
import { createChartSlice } from './compare/chart-slice.ts';
import type { ChartSlice } from './compare/chart-slice.ts';
import { createDataPictureSlice } from './compare/data-picture-slice.ts';
import type { DataPictureSlice } from './compare/data-picture-slice.ts';
import { createExperimentSlice } from './compare/experiment-slice.ts';
import type { ExperimentSlice } from './compare/experiment-slice.ts';
import { createMicroscopeSlice } from './compare/microscope-slice.ts';
import type { MicroscopeSlice } from './compare/microscope-slice.ts';
import { createReferenceSlice } from './compare/reference-slice.ts';
import type { ReferenceSlice } from './compare/reference-slice.ts';
import { createRunSlice } from './compare/run-slice.ts';
import type { RunSlice } from './compare/run-slice.ts';
import { createTestSlice } from './compare/test-slice.ts';
import type { TestSlice } from './compare/test-slice.ts';
import { createViewSlice } from './page/view-slice.ts';
import type { ViewSlice } from './page/view-slice.ts';

export type Playground = ExperimentSlice &
  RunSlice &
  ViewSlice &
  ChartSlice &
  ReferenceSlice &
  MicroscopeSlice &
  DataPictureSlice &
  TestSlice;
export type PlaygroundStore = StoreApi<Playground>;

/** The part of the client that the store uses. */
export type Trainer = Pick<
  TrainerClient,
  'prepareRun' | 'command' | 'changeSettings' | 'setPace' | 'watchViews' | 'askNetworks' | 'dispose'
>;

export interface Surroundings {
  readonly connectTrainer: (listener: TrainerListener) => Trainer;
  /** The address's query, as `location.search` has it. */
  readonly search: string;
}

export function createPlaygroundStore(surroundings: Surroundings): PlaygroundStore {
  return createStore<Playground>()((...parts) => ({
    ...createExperimentSlice(...parts),
    ...createViewSlice(...parts),
    ...createChartSlice(...parts),
    ...createReferenceSlice(...parts),
    ...createMicroscopeSlice(...parts),
    ...createDataPictureSlice(...parts),
    ...createTestSlice(...parts),
    ...createRunSlice(surroundings)(...parts),
  }));
}
