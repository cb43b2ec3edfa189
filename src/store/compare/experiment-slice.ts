/** The experiment as the user sets it up, and what keeps it from running. */
import type { StateCreator } from 'zustand/vanilla';
import type { Problem, SettingValue } from '../../settings/settings.ts';
import { findDataset } from '../../datasets/registry.ts';
import type { OwnPoint } from '../../datasets/own/own-points.ts';
import type { DatasetId } from '../../datasets/registry.ts';
import type { Preset } from '../../presets/preset.ts';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { checkExperiment } from '../../experiment/check-experiment.ts';
import { MOST_OWN_POINTS } from '../../experiment/check-own-points.ts';
import { MOST_REMOVED_POINTS } from '../../experiment/check-removed-points.ts';
import { ARM_IDS } from '../../experiment/experiment.ts';
import type {
  Arm,
  ArmId,
  ArmOverrides,
  Experiment,
  OverrideKey,
} from '../../experiment/experiment.ts';
import { REGULARIZERS } from '../../regularizers/registry.ts';
import type { RegularizerId } from '../../regularizers/registry.ts';
import type { ArmSettings } from '../../experiment/arm-choices.ts';
import { withDataset, withDatasetAlone } from './dataset-note.ts';
import type { DatasetNote } from './dataset-note.ts';
import type { Playground } from '../playground-store.ts';
import type { LooseSettings } from '../../experiment/regularizers.ts';
import { isUntouched } from './run-director.ts';
import { sameValue } from '../../base/same-value.ts';

export interface ExperimentSlice {
  readonly experiment: Experiment;
  /** The preset that was chosen last; settings may have been changed since. */
  readonly presetId: string;
  /** Why it cannot run; empty when it can. Fields that refuse what was typed are among the reasons. */
  readonly problems: readonly Problem[];
  readonly refusals: readonly Problem[];
  /** What the choice of the data set came to; null once any other setting is changed. */
  readonly datasetNote: DatasetNote | null;
  /** Brings the start that suits the set. */
  readonly changeDataset: (dataset: DatasetId) => void;
  /** In place of that start: the settings of before, as far as the set lets them stay. */
  readonly keepSettings: () => void;
  /** The other way round. */
  readonly takeSuitedSettings: () => void;
  /** Takes back what `datasetNote` tells of. */
  readonly undoDatasetChange: () => void;
  readonly changeSetting: (
    group: 'data' | 'network' | 'training',
    key: string,
    value: SettingValue,
  ) => void;
  /** Training points of the user's own, in the plane; those that are too many are left out. */
  readonly changeOwnPoints: (points: readonly OwnPoint[]) => void;
  /** Drawn points that do not train, by their numbers; those that are too many are left out. */
  readonly changeRemovedPoints: (rows: readonly number[]) => void;
  /** Plain if nothing else is said. */
  readonly addArm: (settings?: ArmSettings) => void;
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
  readonly applyPreset: (preset: Pick<Preset, 'id' | 'experiment' | 'pace' | 'panel'>) => void;
  /** A field holds what cannot be set, and why; null: no more. */
  readonly noteRefusal: (fieldId: string, message: string | null) => void;
}

export const createExperimentSlice: StateCreator<Playground, [], [], ExperimentSlice> = (
  set,
  get,
) => {
  const edit = (
    change: (experiment: Experiment) => Experiment,
    datasetNote: DatasetNote | null = null,
  ) => {
    const { experiment: before, refusals } = get();
    const experiment = change(before);
    // A value was confirmed that stands there.
    if (datasetNote === null && sameValue(experiment, before)) return;
    set({ experiment, problems: [...problemsOf(experiment), ...refusals], datasetNote });
    get().settingsChanged();
  };
  const takeDataset = (changed: ReturnType<typeof withDataset>) => {
    if (!changed) return;
    edit(() => changed.experiment, changed.note);
    get().setPace(changed.pace);
  };
  const editArms = (change: (arms: readonly Arm[]) => readonly Arm[]) =>
    edit((experiment) => ({ ...experiment, arms: change(experiment.arms) }));
  const editArm = (id: ArmId, change: (arm: Arm) => Arm) =>
    editArms((arms) => arms.map((arm) => (arm.id === id ? change(arm) : arm)));

  return {
    experiment: OPENING_PRESET.experiment,
    presetId: OPENING_PRESET.id,
    problems: problemsOf(OPENING_PRESET.experiment),
    refusals: [],
    datasetNote: null,
    changeDataset: (id) => {
      const { experiment, pace } = get();
      takeDataset(withDataset({ experiment, pace }, id));
    },
    keepSettings: () => {
      const { datasetNote, experiment } = get();
      if (datasetNote) takeDataset(withDatasetAlone(datasetNote.before, experiment.data.dataset));
    },
    takeSuitedSettings: () => {
      const { datasetNote, experiment } = get();
      if (datasetNote) takeDataset(withDataset(datasetNote.before, experiment.data.dataset));
    },
    undoDatasetChange: () => {
      const before = get().datasetNote?.before;
      if (!before) return;
      edit(() => before.experiment);
      get().setPace(before.pace);
    },
    changeSetting: (group, key, value) =>
      edit((experiment) => ({ ...experiment, [group]: { ...experiment[group], [key]: value } })),
    changeOwnPoints: (points) =>
      edit(({ data: { ownPoints: _, ...data }, ...others }) => {
        const ownPoints = points.slice(0, MOST_OWN_POINTS);
        return { ...others, data: points.length > 0 ? { ...data, ownPoints } : data };
      }),
    changeRemovedPoints: (rows) =>
      edit(({ data: { removedPoints: _, ...data }, ...others }) => {
        const removedPoints = rows.slice(0, MOST_REMOVED_POINTS).toSorted((a, b) => a - b);
        return { ...others, data: rows.length > 0 ? { ...data, removedPoints } : data };
      }),
    addArm: (settings = { regularizers: {} }) =>
      editArms((arms) => withNewArm(arms, settings, heldLetters(get()))),
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
    applyPreset: ({ id, experiment, pace, panel = null }) => {
      // It sets everything, and what is being typed is none of it.
      set({ experiment, presetId: id, problems: problemsOf(experiment), refusals: [] });
      set({ datasetNote: null, panelId: panel });
      get().setPace(pace);
      get().reset();
    },
    noteRefusal: (path, message) => {
      const others = get().refusals.filter((refusal) => refusal.path !== path);
      const refusals = message === null ? others : [...others, { path, message }];
      set({ refusals, problems: [...problemsOf(get().experiment), ...refusals] });
      get().settingsChanged();
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
  { regularizers, overrides = {} }: ArmSettings,
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
