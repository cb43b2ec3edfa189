/** What to try after a run, as settings to change: what would answer the question that it leaves open. */
import { TRAINING_SCHEMA } from '../../protocol/experiment.ts';
import type { Experiment } from '../../protocol/experiment.ts';
import { count } from '../../ui/figure-text.ts';
import { byMean } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { LEAST_PAIRS } from './paired-difference.ts';
import { isImproving } from './still-improving.ts';

export interface NextExperiment {
  /** "set wrong labels to 0 %" */
  readonly setting: string;
  /** Once it is set: "train with wrong labels at 0 %" */
  readonly training: string;
  readonly group: 'data' | 'training';
  readonly key: 'wrongLabelShare' | 'epochs' | 'replicates';
  readonly value: number;
}

const MOST_SUGGESTED = 2;
const ENOUGH_SEEDS = 5;

/** The most telling first. None after a divergence: the arm’s card has the remedy. */
export function suggestNext(evidence: Evidence): NextExperiment[] {
  const { all, material } = evidence;
  if (material.standing !== 'over' || evidence.arms.length < 2) return [];
  if (all.some(({ diverged }) => diverged.length > 0)) return [];
  const { experiment } = material;
  return [...trainLonger(evidence), ...withoutWrongLabels(experiment), ...repeat(experiment)].slice(
    0,
    MOST_SUGGESTED,
  );
}

/** Where an arm is behind and not at its end. */
function trainLonger(evidence: Evidence): NextExperiment[] {
  const [, ...trailers] = byMean(evidence, evidence.arms);
  const epochs = Math.min(
    2 * evidence.material.experiment.training.epochs,
    TRAINING_SCHEMA.epochs.max,
  );
  if (!trailers.some((arm) => isImproving(evidence, arm))) return [];
  if (epochs <= evidence.material.experiment.training.epochs) return [];
  const text = `${count(epochs)} epochs`;
  return [
    {
      ...{ setting: `set ${text}`, training: `train for ${text}` },
      ...{ group: 'training', key: 'epochs', value: epochs },
    },
  ];
}

/** The honest second experiment: where there is nothing wrong to learn, does the difference stay? */
function withoutWrongLabels({ data }: Experiment): NextExperiment[] {
  if (data.wrongLabelShare === 0) return [];
  return [
    {
      ...{ setting: 'set wrong labels to 0 %', training: 'train with wrong labels at 0 %' },
      ...{ group: 'data', key: 'wrongLabelShare', value: 0 },
    },
  ];
}

function repeat({ training }: Experiment): NextExperiment[] {
  if (training.replicates >= LEAST_PAIRS) return [];
  return [
    {
      ...{
        setting: `repeat over ${ENOUGH_SEEDS} seeds`,
        training: `train over ${ENOUGH_SEEDS} seeds`,
      },
      ...{ group: 'training', key: 'replicates', value: ENOUGH_SEEDS },
    },
  ];
}

export function isSet({ data, training }: Experiment, { group, key, value }: NextExperiment) {
  const settings: Readonly<Record<string, unknown>> =
    group === 'data' ? { ...data } : { ...training };
  return settings[key] === value;
}
