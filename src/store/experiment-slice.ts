/** The experiment as the user sets it up, and what keeps it from running. */
import type { StateCreator } from 'zustand/vanilla';
import type { Problem, SettingValue } from '../engine/settings.ts';
import { findDataset } from '../datasets/registry.ts';
import type { OwnPoint } from '../datasets/own-points.ts';
import type { DatasetId } from '../datasets/registry.ts';
import type { Preset } from '../presets/preset.ts';
import { OPENING_PRESET } from '../presets/registry.ts';
import { checkExperiment } from '../protocol/check-experiment.ts';
import { MOST_OWN_POINTS } from '../protocol/check-own-points.ts';
import { ARM_IDS } from '../protocol/experiment.ts';
import type { Arm, ArmId, ArmOverrides, Experiment, OverrideKey } from '../protocol/experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import type { RegularizerId } from '../regularizers/registry.ts';
import { fitToDataset } from './fit-to-dataset.ts';
import type { Playground } from './playground-store.ts';
import type { LooseSettings } from './regularizers.ts';
import { isUntouched } from './run-director.ts';

export interface ExperimentSlice {
  readonly experiment: Experiment;
  /** Why it cannot run; empty when it can. */
  readonly problems: readonly Problem[];
  /** What was set besides when the data set was chosen; empty once data settings are changed by hand. */
  readonly fittedToDataset: readonly string[];
  readonly changeDataset: (dataset: DatasetId) => void;
  readonly changeSetting: (
    group: 'data' | 'network' | 'training',
    key: string,
    value: SettingValue,
  ) => void;
  /** Training points of the user's own, in the plane; those that are too many are left out. */
  readonly changeOwnPoints: (points: readonly OwnPoint[]) => void;
  readonly addArm: () => void;
  readonly duplicateArm: (id: ArmId) => void;
  /** An empty name gives the automatic one back. */
  readonly renameArm: (id: ArmId, name: string) => void;
  readonly removeArm: (id: ArmId) => void;
  /** Settings, or null to switch it off. */
  readonly changeRegularizer: (
    id: ArmId,
    regularizer: RegularizerId,
    settings: LooseSettings | null,
  ) => void;
  /** Settings of the arm's own; null: the experiment's. */
  readonly changeOverride: (id: ArmId, key: OverrideKey, value: SettingValue | null) => void;
  readonly applyPreset: (preset: Preset) => void;
}

export const createExperimentSlice: StateCreator<Playground, [], [], ExperimentSlice> = (
  set,
  get,
) => {
  const edit = (change: (experiment: Experiment) => Experiment) => {
    const experiment = change(get().experiment);
    set({ experiment, problems: problemsOf(experiment) });
    get().settingsChanged();
  };
  const editArms = (change: (arms: readonly Arm[]) => readonly Arm[]) =>
    edit((experiment) => ({ ...experiment, arms: change(experiment.arms) }));
  const editArm = (id: ArmId, change: (arm: Arm) => Arm) =>
    editArms((arms) => arms.map((arm) => (arm.id === id ? change(arm) : arm)));

  return {
    experiment: OPENING_PRESET.experiment,
    problems: problemsOf(OPENING_PRESET.experiment),
    fittedToDataset: [],
    changeDataset: (id) => {
      const dataset = findDataset(id);
      const { experiment } = get();
      if (!dataset) return;
      const named = { ...experiment, data: { ...experiment.data, dataset: id } };
      const fitted = fitToDataset(named, dataset);
      set({ fittedToDataset: fitted.changes });
      edit(() => fitted.experiment);
    },
    changeSetting: (group, key, value) => {
      if (group === 'data') set({ fittedToDataset: [] });
      edit((experiment) => ({ ...experiment, [group]: { ...experiment[group], [key]: value } }));
    },
    changeOwnPoints: (points) =>
      edit(({ data: { ownPoints: _, ...data }, ...others }) => {
        const ownPoints = points.slice(0, MOST_OWN_POINTS);
        return { ...others, data: points.length > 0 ? { ...data, ownPoints } : data };
      }),
    addArm: () => editArms((arms) => withNewArm(arms, { regularizers: {} }, heldLetters(get()))),
    duplicateArm: (id) =>
      editArms((arms) => {
        const original = arms.find((arm) => arm.id === id);
        return original ? withNewArm(arms, original, heldLetters(get())) : arms;
      }),
    renameArm: (id, name) => editArm(id, (arm) => ({ ...arm, name: name.trim() || null })),
    removeArm: (id) =>
      editArms((arms) => (arms.length > 1 ? arms.filter((arm) => arm.id !== id) : arms)),
    changeRegularizer: (id, regularizer, settings) =>
      editArm(id, (arm) => {
        const { [regularizer]: _, ...others } = arm.regularizers;
        const regularizers = settings ? { ...others, [regularizer]: settings } : others;
        return { ...arm, regularizers };
      }),
    changeOverride: (id, key, value) =>
      editArm(id, (arm) => ({ ...arm, overrides: withOverride(arm.overrides, key, value) })),
    applyPreset: ({ experiment, pace, panel = null }) => {
      set({ experiment, problems: problemsOf(experiment), fittedToDataset: [], panelId: panel });
      get().setPace(pace);
      get().reset();
    },
  };
};

function problemsOf(experiment: Experiment): Problem[] {
  const dataset = findDataset(experiment.data.dataset);
  return checkExperiment(experiment, { dataset, regularizers: REGULARIZERS });
}

/** Those that the curves on screen go by, once there is more to them than epoch 0. */
function heldLetters(state: Playground): readonly ArmId[] {
  return isUntouched(state) ? [] : (state.runExperiment?.arms.map(({ id }) => id) ?? []);
}

/**
 * A new arm takes the first free letter, if it can one that no curve on screen goes by. With six arms
 * there is none, and nothing changes.
 */
function withNewArm(
  arms: readonly Arm[],
  { regularizers, overrides = {} }: Pick<Arm, 'regularizers' | 'overrides'>,
  held: readonly ArmId[],
): readonly Arm[] {
  const free = ARM_IDS.filter((letter) => !arms.some((arm) => arm.id === letter));
  const id = free.find((letter) => !held.includes(letter)) ?? free[0];
  return id ? [...arms, { id, name: null, regularizers, overrides }] : arms;
}

function withOverride(
  overrides: ArmOverrides = {},
  key: OverrideKey,
  value: SettingValue | null,
): ArmOverrides {
  const { [key]: _, ...others } = overrides;
  return value === null ? others : { ...others, [key]: value };
}
