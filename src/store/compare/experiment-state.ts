/** The experiment as the user sets it up, and what keeps it from running. */
import type { Problem, SettingValue } from '../../settings/settings.ts';
import type { OwnPoint } from '../../datasets/own/own-points.ts';
import type { DatasetId } from '../../datasets/registry.ts';
import type { Preset } from '../../presets/preset.ts';
import type { ArmId, Experiment, OverrideKey } from '../../experiment/experiment.ts';
import type { RegularizerId } from '../../regularizers/registry.ts';
import type { ArmSettings } from '../../experiment/arm-choices.ts';
import type { DatasetNote } from './dataset-note.ts';
import type { LooseSettings } from '../../experiment/regularizers.ts';

/** What Undo brings back. */
export interface RestoredSettings {
  readonly experiment: Experiment;
  readonly presetId: string;
}

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
  /** Like an edit of everything, what is being typed is dropped; another preset brings a run of its own. */
  readonly restoreSettings: (settings: RestoredSettings) => void;
  /** A field holds what cannot be set, and why; null: no more. */
  readonly noteRefusal: (fieldId: string, message: string | null) => void;
}
