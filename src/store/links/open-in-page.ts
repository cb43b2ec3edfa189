/** Puts what a link holds into the stores of the pages; what stood there can be had back. */
import type { OpenedLink, SharedState } from '../../links/shared-state.ts';
import type { TableRecipe } from '../../datasets/own/table/table-recipe.ts';
import type { LinkedPage } from '../../links/link-address.ts';
import { formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import { formOfSweep } from '../../plans/sweep-form.ts';
import { BIAS_VARIANCE_PRESETS } from '../../presets/bias-variance/registry.ts';
import { PRESETS } from '../../presets/registry.ts';
import { SWEEP_PRESETS } from '../../presets/sweep/registry.ts';
import type { BiasVarianceState, BiasVarianceStore } from '../bias-variance/bias-variance-store.ts';
import type { Playground, PlaygroundStore } from '../playground.ts';
import type { SweepState, SweepStore } from '../sweep/sweep-store.ts';

export interface PageStores {
  readonly playground: PlaygroundStore;
  readonly sweep: SweepStore;
  readonly biasVariance: BiasVarianceStore;
}

/** As much of the stores as takes runs that were trained before. */
export interface RunTakers {
  readonly playground: { readonly getState: () => Pick<Playground, 'showRecord'> };
  readonly sweep: { readonly getState: () => Pick<SweepState, 'take'> };
  readonly biasVariance: { readonly getState: () => Pick<BiasVarianceState, 'take'> };
}

export interface LinkOutcome {
  readonly page: LinkedPage;
  /** What the page says of it. */
  readonly message: string;
  readonly isProblem: boolean;
  /** Brings back what stood there; null: nothing was changed. */
  readonly undo: (() => void) | null;
  /** The table that has to be opened first; absent: none. */
  readonly wanted?: TableRecipe;
  /** What can be shown without that table is on screen. */
  readonly isShown?: true;
}

/** Null: the address carried nothing. */
export function openInPage(opened: OpenedLink, stores: PageStores): LinkOutcome | null {
  switch (opened.kind) {
    case 'none':
      return null;
    case 'problem':
      return { page: opened.page, message: opened.message, isProblem: true, undo: null };
    case 'wantsTable': {
      const { page, table } = opened;
      return {
        ...{ page, isProblem: false, undo: null, wanted: table },
        message: `This link needs the file “${table.fileName}”, which no link can hold. Until you open it the page shows what it showed before.`,
      };
    }
    case 'preset':
      return openPreset(opened.page, opened.id, stores);
    case 'state':
      return openState(opened.state, stores);
  }
}

const OPENED = 'Opened from a link: nothing has been trained yet.';

function openState(state: SharedState, stores: PageStores): LinkOutcome {
  const undo = putState(state, stores);
  return { page: state.page, message: OPENED, isProblem: false, undo };
}

function putState(state: SharedState, { playground, sweep, biasVariance }: PageStores) {
  switch (state.page) {
    case 'compare': {
      const { presetId, experiment, pace, applyPreset } = playground.getState();
      applyPreset({ id: '', experiment: state.experiment, pace });
      return () => applyPreset({ id: presetId, experiment, pace });
    }
    case 'sweep': {
      const { form, change } = sweep.getState();
      change(state.form);
      return () => change(form);
    }
    case 'bias-variance': {
      const { form, change } = biasVariance.getState();
      change(state.form);
      return () => change(form);
    }
  }
}

function openPreset(page: LinkedPage, id: string, stores: PageStores): LinkOutcome {
  const undo = putPreset(page, id, stores);
  return undo
    ? { page, message: OPENED, isProblem: false, undo }
    : {
        ...{ page, isProblem: true, undo },
        message: `There is no preset “${id.slice(0, 60)}” on this page: the link may have been cut. Nothing was changed.`,
      };
}

/** Null: there is none of this name. */
function putPreset(page: LinkedPage, id: string, stores: PageStores): (() => void) | null {
  switch (page) {
    case 'compare': {
      const preset = PRESETS.find((one) => one.id === id);
      const { presetId, experiment, pace, applyPreset } = stores.playground.getState();
      if (!preset) return null;
      applyPreset(preset);
      return () => applyPreset({ id: presetId, experiment, pace });
    }
    case 'sweep': {
      const preset = SWEEP_PRESETS.find((one) => one.id === id);
      return preset
        ? putState({ page, form: formOfSweep(preset.sweep, preset.title) }, stores)
        : null;
    }
    case 'bias-variance': {
      const preset = BIAS_VARIANCE_PRESETS.find((one) => one.id === id);
      return preset
        ? putState({ page, form: formOfBiasVariance(preset.plan, preset.title) }, stores)
        : null;
    }
  }
}
