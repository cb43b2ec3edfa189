/** For tests: what a lane offers to its views, made from a few rows and a network without hidden layers. */
import type { Dataset, Rows } from '../../datasets/dataset.ts';
import { FAKE_START } from '../../datasets/fake-dataset-fixture.ts';
import type { RowNumbers } from '../../datasets/splitting/drawn-rows.ts';
import { fitStandardization, standardizeRows } from '../../datasets/splitting/standardization.ts';
import type { Standardization } from '../../datasets/splitting/standardization.ts';
import type { FloatArray } from '../../engine/step/kernels.ts';
import { initialState } from '../../engine/step/initial-state.ts';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import type { NetworkPlan } from '../../engine/step/network.ts';
import { optimizerRule } from '../../engine/step/optimizer.ts';
import type { ViewId, Views } from '../../protocol/views.ts';
import type { LaneInside, ViewMaker } from './view-maker.ts';

interface LookFacts {
  /** [row][feature], as they are in the set */
  readonly features: readonly (readonly number[])[];
  readonly targets: readonly number[];
  readonly classes: number;
  /** [row, class] */
  readonly outputs?: FloatArray;
  /** [in, out] */
  readonly weights?: readonly number[];
  readonly image?: Dataset['image'];
  readonly featureScale?: number;
  readonly standardization?: Standardization | null;
  readonly numbers?: RowNumbers | null;
}

export function lookOf(facts: LookFacts): LaneInside {
  const { classes, image = null, standardization = null, numbers = null } = facts;
  const original = rowsOf(facts);
  const validation = standardizeRows(original, standardization);
  const width = facts.features[0]?.length ?? 0;
  const weights = Float32Array.from(facts.weights ?? new Float32Array(width * classes));
  return {
    plan: {
      network: {
        sizes: [width, classes],
        activation: 'relu',
        task: 'classification',
        batchNorm: null,
        optimizer: optimizerRule('sgd'),
      },
      batchSize: 1,
      initialization: 'he',
      identity: { seed: 1, replicate: 0, fold: 0 },
      data: {
        training: validation,
        trueTargets: validation.targets,
        wrongRows: new Int32Array(0),
        validation,
      },
      settings: { learningRate: 0.1, slots: {} },
      penalty: () => 0,
      stop: null,
    },
    dataset: datasetOf(width, classes, image),
    split: {
      training: { ...validation, trueTargets: validation.targets, wrongRows: new Int32Array(0) },
      validation,
      originalValidation: original,
      numbers,
      sealedTestRows: 0,
      loadTest: () => Promise.resolve(validation),
      standardization,
      keptClasses: [],
      rowParts: () => ({
        numbers: null,
        classes: null,
        parts: new Int32Array(0),
        sealedTestRows: 0,
      }),
    },
    validationOutputs: facts.outputs ?? new Float32Array(facts.targets.length * classes),
    state: linearState(weights, classes),
    settings: { learningRate: 0.1, slots: {} },
    step: 0,
    stepSettings: { learningRate: 0.1, slots: {} },
    batchStatistics: [],
  };
}

/** The same with hidden layers, as they are before the first step. */
export function withHiddenLayers(
  look: LaneInside,
  hidden: readonly number[],
  change: Partial<Pick<NetworkPlan, 'activation' | 'batchNorm'>> = {},
): LaneInside {
  const { dataset, plan } = look;
  const sizes = [dataset.featureCount, ...hidden, dataset.outputs];
  const network = { ...plan.network, ...change, sizes };
  const state = initialState(network, 'he', plan.identity);
  return { ...look, plan: { ...plan, network }, state };
}

/** What a view of one lane shows of it. */
export function makeView<Id extends ViewId>(maker: ViewMaker<Id>, lane: LaneInside): Views[Id] {
  if (maker.comparesRepeats) return maker.make([lane]);
  return maker.make(lane);
}

/** Mean and deviation of these rows. */
export function standardizationOf(features: LookFacts['features']): Standardization | null {
  const rows = rowsOf({ features, targets: features.map(() => 0) });
  return fitStandardization(rows, { features: true, target: false });
}

function rowsOf({
  features,
  targets,
  featureScale = 1,
}: Pick<LookFacts, 'features' | 'targets' | 'featureScale'>): Rows {
  return {
    count: targets.length,
    features: Float32Array.from(features.flat()),
    featureScale,
    targets: Float32Array.from(targets),
  };
}

function linearState(weights: Float32Array, classes: number): LaneState {
  const alone = (value: Float32Array) => ({ value, first: null, second: null });
  return [{ weights: alone(weights), bias: alone(new Float32Array(classes)), batchNorm: null }];
}

function datasetOf(width: number, classes: number, image: Dataset['image']): Dataset {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `name ${i}`);
  return {
    id: 'fake',
    label: 'Fake',
    group: 'tables',
    task: 'classification',
    featureCount: width,
    outputs: classes,
    classNames: names(classes),
    words: { examples: 'examples', class: 'class' },
    introduction: { aim: 'learn', rows: 'examples' },
    featureNames: image ? null : names(width),
    image,
    target: null,
    noise: null,
    standardizes: { features: false, target: false },
    start: FAKE_START,
    poolRows: { training: 1, heldOut: 1 },
    rows: { kind: 'generated', draw: () => rowsOf({ features: [], targets: [] }), testRows: 0 },
    source: '',
    licence: '',
    thumbnail: '',
  };
}
