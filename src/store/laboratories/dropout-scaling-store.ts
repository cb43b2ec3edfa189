/** The laboratory of dropout's scaling: trains one network on request, and keeps what it came to. */
import { createStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { LaneJob } from '../../client/lane-job.ts';
import {
  dropoutScalingSpec,
  dropoutScalingWishes,
  summariseScaling,
} from '../../plans/dropout-scaling.ts';
import type { DropoutScaling, DropoutScalingForm } from '../../plans/dropout-scaling.ts';
import type { BackendChoice } from '../../protocol/messages.ts';
import type { SharedPool } from '../lane-pool-context.tsx';
import { oncePerPool } from './once-per-pool.ts';

export interface DropoutScalingState {
  readonly form: DropoutScalingForm;
  /** 'waiting': the pool trains something else first. */
  readonly status: 'resting' | 'training' | 'waiting';
  /** Share of the training that is done, 0..1. */
  readonly progress: number;
  /** Of the last training that ended, whatever the form says since. */
  readonly result: DropoutScaling | null;
  /** Why the last training failed. */
  readonly failure: string | null;
  readonly setForm: (form: Partial<DropoutScalingForm>) => void;
  readonly setRate: (rate: number) => void;
  /** Trains with another seed. */
  readonly trainAnother: (backend: BackendChoice) => void;
  readonly start: (backend: BackendChoice) => void;
  readonly cancel: () => void;
}

type DropoutScalingStore = StoreApi<DropoutScalingState>;

export function createDropoutScalingStore(pool: SharedPool): DropoutScalingStore {
  let job: LaneJob | null = null;
  return createStore<DropoutScalingState>()((set, get) => ({
    form: { rate: 0.2, seed: 1 },
    ...{ status: 'resting', progress: 0, result: null, failure: null },
    setForm: (form) => {
      get().cancel();
      set({ form: { ...get().form, ...form } });
    },
    setRate: (rate) => get().setForm({ rate }),
    trainAnother: (backend) => {
      const { form, start } = get();
      set({ form: { ...form, seed: form.seed + 1 } });
      start(backend);
    },
    start: (backend) => {
      const { form } = get();
      set({ status: 'training', progress: 0, failure: null });
      job = pool.start(
        { specs: [dropoutScalingSpec(form)], wishes: dropoutScalingWishes(form), backend },
        {
          laneTrained: (_, trained) => {
            const result = summariseScaling(form, trained);
            if (result) set({ result });
            else set({ failure: 'The training diverged: its loss became infinite.' });
          },
          laneFailed: (_, { message }) => set({ failure: message }),
          progressed: (lanesDone) => set({ progress: lanesDone }),
          displaced: () => set({ status: 'waiting' }),
          continued: () => set({ status: 'training' }),
          finished: () => {
            job = null;
            set({ status: 'resting' });
          },
        },
      );
    },
    cancel: () => {
      job?.cancel();
      job = null;
      set({ status: 'resting' });
    },
  }));
}

export const dropoutScalingStoreOf = oncePerPool(createDropoutScalingStore);
