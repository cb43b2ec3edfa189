/** The experiment as the user sets it up, and what keeps it from running. */
import type { StateCreator } from 'zustand/vanilla';
import type { SettingValue } from '../../settings/settings.ts';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { experimentProblems } from '../../experiment/experiment-problems.ts';
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
import type { ArmSettings } from '../../experiment/arm-choices.ts';
import { withDataset, withDatasetAlone } from './dataset-note.ts';
import type { DatasetNote } from './dataset-note.ts';
import type { Playground } from '../playground.ts';
import { isUntouched } from './run-director.ts';
import { sameValue } from '../../base/same-value.ts';
import type { ExperimentSlice, RestoredSettings } from './experiment-state.ts';

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
    set({ experiment, problems: [...experimentProblems(experiment), ...refusals], datasetNote });
    get().takeEdit();
  };
  /** All of it, and what is being typed is none of it. */
  const putInPlace = ({ experiment, presetId }: RestoredSettings) =>
    set({
      ...{ experiment, presetId, datasetNote: null },
      ...{ problems: experimentProblems(experiment), refusals: [] },
    });
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
    problems: experimentProblems(OPENING_PRESET.experiment),
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
      putInPlace({ experiment, presetId: id });
      set({ panelId: panel });
      get().setPace(pace);
      get().reset();
    },
    restoreSettings: (settings) => {
      const isOtherPreset = settings.presetId !== get().presetId;
      putInPlace(settings);
      // As where a preset is chosen: else the run of one would stand under the name of another.
      if (isOtherPreset) get().reset();
      else get().takeEdit();
    },
    noteRefusal: (path, message) => {
      const others = get().refusals.filter((refusal) => refusal.path !== path);
      const refusals = message === null ? others : [...others, { path, message }];
      set({ refusals, problems: [...experimentProblems(get().experiment), ...refusals] });
      get().takeEdit();
    },
  };
};

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
