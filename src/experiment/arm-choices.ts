/**
 * What "Add arm" offers: arms that differ in one thing from the first arm, with which all are compared. Left out
 * are arms that are there already, and those that change nothing on these data or in this network.
 */
import type { Dataset } from '../datasets/dataset.ts';
import { checkForDataset } from './check-dataset.ts';
import { settingsOfArm } from './experiment.ts';
import type { Arm, Experiment } from './experiment.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';
import { activeRegularizers, automaticName } from './arm-name.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';
import { haveSameSettings } from './same-settings.ts';

/** An arm without its letter. */
export type ArmSettings = Pick<Arm, 'regularizers' | 'overrides'>;

export interface ArmChoice {
  /** As the arm will be called: "Dropout 0.5". */
  readonly name: string;
  readonly settings: ArmSettings;
}

/**
 * One choice for each regularizer: the first arm with it, at its initial settings, or without it where the first
 * arm has it.
 */
export function armChoices(experiment: Experiment, dataset: Dataset | undefined): ArmChoice[] {
  const [first] = experiment.arms;
  if (!first) return [];
  const choices: ArmChoice[] = [];
  const taken: Arm[] = [...experiment.arms];
  for (const regularizers of oneChangeFrom(first)) {
    const arm: Arm = { ...first, name: null, regularizers };
    const isTaken = taken.some((other) => haveSameSettings(experiment, arm, other));
    if (isTaken || !isOfUse(arm, experiment, dataset)) continue;
    taken.push(arm);
    const { overrides = {} } = arm;
    choices.push({
      name: automaticName(regularizers, overrides),
      settings: { regularizers, overrides },
    });
  }
  return choices;
}

/** First without any, then one more or one less, in the order of the chips. */
function oneChangeFrom({ regularizers }: Arm): RegularizerSettings[] {
  const active = activeRegularizers(regularizers);
  const changes = REGULARIZER_ENTRIES.map(({ id, initial }): RegularizerSettings => {
    const { [id]: _, ...others } = regularizers;
    return active.includes(id) ? others : { ...others, [id]: initial };
  });
  return [{}, ...changes];
}

/** Whether each of its regularizers changes how this network learns from these data. */
function isOfUse(arm: Arm, experiment: Experiment, dataset: Dataset | undefined): boolean {
  const problems = dataset ? checkForDataset({ ...experiment, arms: [arm] }, dataset) : [];
  if (problems.some(({ path }) => path.startsWith(`arms.${arm.id}.`))) return false;
  if (settingsOfArm(experiment, arm).network.hiddenLayers.length > 0) return true;
  return !REGULARIZER_ENTRIES.some(({ id, needsHiddenUnits }) => {
    const own = arm.regularizers[id];
    return own !== undefined && needsHiddenUnits(own);
  });
}
