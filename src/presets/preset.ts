/** What a preset is: an experiment that is known to show something, and what that is. */
import { initialSettings } from '../settings/settings.ts';
import type { DatasetId } from '../datasets/registry.ts';
import { ARM_IDS, DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from '../experiment/experiment.ts';
import type {
  Arm,
  ArmId,
  DataSettings,
  Experiment,
  NetworkSettings,
  TrainingSettings,
} from '../experiment/experiment.ts';
import type { Pace } from '../protocol/messages.ts';

export interface Preset {
  readonly id: string;
  /** Its name, in the menu and on the control that opens it. */
  readonly title: string;
  /** What to look for, in one line: in the menu and before the run. It must not tell what comes out. */
  readonly question: string;
  /** The answer, in one line: with the verdict, not before. */
  readonly point: string;
  readonly experiment: Experiment;
  readonly pace: Pace;
  /** The panel of the microscope that shows it best; absent: the first that the run has. */
  readonly panel?: string;
}

export interface PresetSettings {
  readonly data: Partial<DataSettings> & { readonly dataset: DatasetId };
  readonly network: Partial<NetworkSettings>;
  readonly training: Partial<TrainingSettings>;
  /** In the order of their letters. */
  readonly arms: readonly (Omit<Partial<Arm>, 'id'> & Pick<Arm, 'regularizers'>)[];
}

/** The experiment with these settings; what is not said has the value that the schema starts with. */
export function experimentWith({ data, network, training, arms }: PresetSettings): Experiment {
  return {
    version: 1,
    data: { ...initialSettings(DATA_SCHEMA), ...data },
    network: { ...initialSettings(NETWORK_SCHEMA), ...network },
    training: { ...initialSettings(TRAINING_SCHEMA), ...training },
    arms: arms.map((arm, index) => ({ id: letter(index), name: null, ...arm })),
  };
}

function letter(index: number): ArmId {
  const id = ARM_IDS[index];
  if (id === undefined) throw new RangeError(`An experiment has at most ${ARM_IDS.length} arms.`);
  return id;
}
