/** What is trained, as the findings of bias and variance see it. */
import { disagreement } from '../../../base/statistics/disagreement.ts';
import { mean } from '../../../base/statistics/summary.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { inSentence } from '../../../experiment/arm-name.ts';
import type {
  PartFigures,
  TradeOffAxis,
  TradeOffMaterial,
} from '../../../findings/bias-variance/trade-off-material.ts';
import type {
  BiasVariance,
  BiasVarianceSummary,
  ValueSummary,
} from '../../../plans/bias-variance.ts';
import type { KnownTruth } from '../../../plans/known-truth.ts';
import { ARMS_AXIS, findSweepSetting } from '../../../plans/sweep-settings.ts';
import { ANY_REGULARIZERS } from '../../../regularizers/registry.ts';
import { axisLabel, axisValueText } from '../../../plans/sweep-words.ts';

export function tradeOffMaterialOf(
  setup: BiasVariance,
  { values, truth, trainings }: BiasVarianceSummary,
): TradeOffMaterial {
  const { base, axis } = setup;
  const dataset = findDataset(base.data.dataset);
  return {
    axis: axisOf(setup),
    values: values.map((value) => ({
      label: axisValueText(setup, axis.setting, value.values[0] ?? ''),
      networks: value.answers.length,
      diverged: value.diverged.map((set) => set + 1),
      figures: figuresOf(value, truth),
    })),
    trainings,
    noise: truth?.noise ?? null,
    task: dataset?.task ?? 'regression',
    noun: dataset?.words.examples ?? 'examples',
    rows: base.data.trainingExamples,
  };
}

export function axisOf({ axis: { setting }, base }: BiasVariance): TradeOffAxis {
  if (setting === ARMS_AXIS) return { before: '', behind: '', simpler: 'neither', kind: 'arms' };
  const simpler = findSweepSetting(setting)?.simpler ?? 'neither';
  const counted = (behind: string) => ({ before: '', behind, simpler });
  switch (setting) {
    case 'training.epochs':
      return { ...counted('epochs'), kind: 'length' };
    case 'network.width':
      return { ...counted('units'), kind: 'size' };
    case 'network.depth':
      return { ...counted('hidden layers'), kind: 'size' };
    case 'data.trainingExamples':
      return {
        ...counted(findDataset(base.data.dataset)?.words.examples ?? 'examples'),
        kind: 'data',
      };
    default:
      return {
        ...{ before: inSentence(axisLabel(setting)), behind: '', simpler, kind: 'strength' },
        leftOut: inSentence(regularizerLabel(setting)),
      };
  }
}

/** "L2" of "l2.lambda" */
function regularizerLabel(setting: string): string {
  const id = setting.slice(0, setting.indexOf('.'));
  return ANY_REGULARIZERS.find((one) => one.id === id)?.label ?? id;
}

/** Only of values of which every network is trained: while it runs the others would change at every look. */
function figuresOf(value: ValueSummary, truth: KnownTruth | null): PartFigures | null {
  const { parts, test, answers, results } = value;
  if (!parts || !test || results.includes(undefined)) return null;
  const largest = parts.shares.reduce(
    (at, share, i) => (share > (parts.shares[at] ?? -1) ? i : at),
    0,
  );
  return {
    bias2: parts.bias2,
    variance: parts.variance,
    test: test.error,
    testBySet: new Map(test.bySet.map(({ set, error }) => [set + 1, error])),
    largest: { set: (test.bySet[largest]?.set ?? -1) + 1, share: parts.shares[largest] ?? NaN },
    disagreement:
      truth?.task === 'classification' ? mean([...disagreement(answers, truth.outputs)]) : null,
  };
}
