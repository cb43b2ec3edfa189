/**
 * A laboratory that asks a worker: its settings, and the answer to the last question that was answered in full.
 * What is shown stays until then; only the very first answer is shown as it grows.
 */
import { createStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { LaboratoryClient } from '../../client/laboratory-client.ts';
import type { LaboratoryAnswers, LaboratoryKind } from '../../protocol/laboratory-messages.ts';

export interface LaboratoryState<Kind extends LaboratoryKind> {
  readonly settings: LaboratoryAnswers[Kind]['settings'];
  readonly shown: LaboratoryAnswer<Kind> | null;
  readonly isAsking: boolean;
  /** Why the last question has no answer. */
  readonly failure: string | null;
  /** Asks at once. */
  readonly change: (change: Partial<LaboratoryAnswers[Kind]['settings']>) => void;
  /** Asks what was not answered yet. */
  readonly ask: () => void;
}

interface LaboratoryAnswer<Kind extends LaboratoryKind> {
  readonly settings: LaboratoryAnswers[Kind]['settings'];
  readonly parts: readonly LaboratoryAnswers[Kind]['part'][];
  readonly isWhole: boolean;
}

type LaboratoryStore<Kind extends LaboratoryKind> = StoreApi<LaboratoryState<Kind>>;

export function createLaboratoryStore<Kind extends LaboratoryKind>(
  client: Pick<LaboratoryClient<Kind>, 'ask'>,
  initial: LaboratoryAnswers[Kind]['settings'],
): LaboratoryStore<Kind> {
  return createStore<LaboratoryState<Kind>>()((set, get) => ({
    settings: initial,
    ...{ shown: null, isAsking: false, failure: null },
    change: (change) => {
      set({ settings: { ...get().settings, ...change } });
      get().ask();
    },
    ask: () => {
      const { settings, shown } = get();
      const parts: LaboratoryAnswers[Kind]['part'][] = [];
      const isFirst = shown?.isWhole !== true;
      set({ isAsking: true, failure: null });
      client.ask(settings, {
        answered: (part) => {
          parts.push(part);
          if (isFirst) set({ shown: { settings, parts: [...parts], isWhole: false } });
        },
        finished: () => set({ shown: { settings, parts, isWhole: true }, isAsking: false }),
        failed: (failure) => set({ failure, isAsking: false }),
      });
    },
  }));
}
