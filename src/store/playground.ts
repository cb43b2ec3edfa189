/** What the store of Compare and of the page holds, and what it is given: types alone, so that slices may name the whole. */
import type { StoreApi } from 'zustand/vanilla';
import type { TrainerClient, TrainerListener } from '../client/trainer-client.ts';
import type { ExperimentSlice } from './compare/experiment-state.ts';
import type { RunSlice } from './compare/run-state.ts';
import type { ViewSlice } from './page/view-state.ts';
import type { ChartSlice } from './compare/chart-state.ts';
import type { ReferenceSlice } from './compare/reference-state.ts';
import type { MicroscopeSlice } from './compare/microscope-state.ts';
import type { DataPictureSlice } from './compare/data-picture-state.ts';
import type { TestSlice } from './compare/test-state.ts';

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
