/** A finished run of Compare as History keeps it: with a name, and in words. */
import { runSum } from '../../client/history/run-sum.ts';
import { meanFigure } from '../../client/mean-figure.ts';
import { countOf } from '../../base/text/count-of.ts';
import { decimals, percent } from '../../base/text/figure-text.ts';
import { findDataset } from '../../datasets/registry.ts';
import { armName, joinWords } from '../../experiment/arm-name.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { RunHistory } from '../../client/run-history.ts';
import { presetOnShow } from '../compare/preset-choice.ts';
import { recordOnShow } from '../compare/record-on-show.ts';
import type { Playground } from '../playground.ts';
import type { RunDraft } from './run-draft.ts';

/** `id`: under which it was kept before. Null: there is no run. */
export function compareDraft(state: Playground, id: string | null): RunDraft | null {
  const { history, runExperiment: experiment, presetId } = state;
  const record = recordOnShow(state);
  if (!history || !experiment || !record) return null;
  return {
    ...{ page: 'compare', id, run: JSON.stringify(record), sum: runSum(record) },
    name: nameOf(experiment, presetId),
    dataset: { id: experiment.data.dataset, label: datasetLabel(experiment.data.dataset) },
    parts: experiment.arms.map(armName),
    outcome: outcomeOf(history, experiment),
  };
}

function datasetLabel(id: string): string {
  return findDataset(id)?.label ?? 'Unknown data';
}

/** "Dropout against wrong labels", "Dropout against wrong labels, changed", "Wine: Plain and L2 λ = 0.01" */
function nameOf(experiment: Experiment, presetId: string): string {
  const shown = presetOnShow({ experiment, presetId });
  if (shown) return shown.isChanged ? `${shown.preset.title}, changed` : shown.preset.title;
  const arms = experiment.arms.map((arm) => armName(arm).slice(`${arm.id} · `.length));
  return `${datasetLabel(experiment.data.dataset)}: ${joinWords(arms)}`;
}

/** "Validation accuracy A 84.2 %, B 88.0 % after 50 epochs, seed 42" */
function outcomeOf(history: RunHistory, { arms, data, training }: Experiment): string {
  const isRegression = findDataset(data.dataset)?.task === 'regression';
  const [name, write] = isRegression
    ? (['validationLoss', decimals(3)] as const)
    : (['validationAccuracy', percent] as const);
  const figures = arms.map(
    ({ id: armId }) => `${armId} ${write(meanFigure(history, { armId, epoch: null }, name))}`,
  );
  const epochs = Math.max(0, ...history.lanes.map(({ length }) => length - 1));
  return `Validation ${isRegression ? 'loss' : 'accuracy'} ${figures.join(', ')} after ${countOf(epochs, 'epochs')}, seed ${training.seed}`;
}
