/** What a script trains, as plain data: what all arms (of a sweep: cells) share, and what each has of its own. */
import { armName } from '../../experiment/arm-name.ts';
import { repeatsOf, settingsOfArm } from '../../experiment/experiment.ts';
import type { Arm, Experiment } from '../../experiment/experiment.ts';
import type { LaneBase } from '../../experiment/lane-base.ts';
import { laneSpecOf } from '../../experiment/lane-spec.ts';
import { cellsOf } from '../../plans/sweep.ts';
import type { Sweep } from '../../plans/sweep.ts';
import { axisLabel, axisValueText } from '../../plans/sweep-words.ts';
import { armRules } from './arm-rules.ts';
import type { ArmRules } from './arm-rules.ts';

export interface CodePlan {
  readonly dataset: string;
  readonly seed: number;
  readonly repeats: number;
  /** Of cross-validation; null: none. */
  readonly folds: { readonly count: number; readonly training_examples: number } | null;
  readonly shared: PlainSettings;
  readonly arms: readonly {
    readonly name: string;
    readonly regularizers: ArmRules;
    readonly own?: PlainSettings;
  }[];
}

export type PlainSettings = Readonly<Record<string, unknown>>;

/** `arms`: of the experiment's, one or all. */
export function planOfComparison(experiment: Experiment, arms: readonly Arm[]): CodePlan {
  const { data, training, foldCount } = experiment;
  const sizes = experiment.arms.map((arm) => settingsOfArm(experiment, arm).data.trainingExamples);
  const largest = Math.max(data.trainingExamples, ...sizes);
  const shared = plainSettings(experiment, largest);
  const [repeat = { replicate: 0, fold: 0 }] = repeatsOf(experiment);
  return {
    dataset: data.dataset,
    ...{ seed: training.seed, repeats: training.replicates },
    folds:
      foldCount === undefined
        ? null
        : { count: foldCount, training_examples: data.trainingExamples },
    shared,
    arms: arms.map((arm) =>
      armOf(armName(arm), laneSpecOf(experiment, arm, repeat), shared, largest),
    ),
  };
}

export function planOfSweep(sweep: Sweep): CodePlan {
  const { base, axes, seed, judging } = sweep;
  const cells = cellsOf(sweep);
  const largest = Math.max(...cells.map((cell) => cell.base.data.trainingExamples));
  // Seeds of a fold share its rows.
  const redrawn = judging.foldCount === null ? {} : { repeats_redraw_data: false };
  const shared = { ...plainSettings(base, largest), ...redrawn };
  return {
    dataset: base.data.dataset,
    ...{ seed, repeats: judging.seeds },
    folds:
      judging.foldCount === null ? null : { count: judging.foldCount, training_examples: largest },
    shared,
    arms: cells.map(({ values, base: own }) => {
      const name = axes.map(({ setting }, axis) => {
        const value = values[axis];
        const text = value === undefined ? '' : axisValueText(sweep, setting, value);
        return `${axisLabel(setting)} ${text}`;
      });
      return armOf(name.join(', '), own, shared, largest, redrawn);
    }),
  };
}

function armOf(
  name: string,
  base: LaneBase,
  shared: PlainSettings,
  largest: number,
  changed: PlainSettings = {},
): CodePlan['arms'][number] {
  const own = changedFrom(shared, { ...plainSettings(base, largest), ...changed });
  const regularizers = armRules(base.regularizers);
  return { name, regularizers, ...(Object.keys(own).length > 0 && { own }) };
}

function plainSettings(
  { data, network, training }: Pick<LaneBase, 'data' | 'network' | 'training'>,
  largest: number,
): PlainSettings {
  return {
    training_examples: data.trainingExamples,
    validation_examples: data.validationExamples,
    wrong_label_share: data.wrongLabelShare,
    noise: data.noise,
    own_points: data.ownPoints ?? [],
    removed_points: data.removedPoints ?? [],
    // Test rows are the same for all.
    largest_training_examples: largest,
    repeats_redraw_data: training.replicateScope === 'everything',
    hidden_layers: network.hiddenLayers,
    activation: network.activation,
    initialization: network.initialization,
    optimizer: training.optimizer,
    learning_rate: training.learningRate,
    batch_size: training.batchSize,
    epochs: training.epochs,
    judges_test: false,
  };
}

function changedFrom(shared: PlainSettings, own: PlainSettings): PlainSettings {
  return Object.fromEntries(
    Object.entries(own).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(shared[key]),
    ),
  );
}
