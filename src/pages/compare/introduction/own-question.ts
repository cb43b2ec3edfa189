/** What to watch for where no preset asks: one question that the experiment can answer. */
import { activeRegularizers, inSentence, joinWords } from '../../../experiment/arm-name.ts';
import { regularizerById } from '../../../experiment/regularizers.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { Experiment } from '../../../experiment/experiment.ts';

export function ownQuestion(experiment: Experiment): string {
  const { arms, data } = experiment;
  const hasWrongLabels =
    data.wrongLabelShare > 0 && findDataset(data.dataset)?.task !== 'regression';
  if (arms.length === 1)
    return hasWrongLabels
      ? 'How many of the wrong labels does the network learn by heart?'
      : 'How much worse is the network on examples it has not learnt from?';
  if (hasWrongLabels)
    return `Which network resists the wrong labels, and ends ${arms.length === 2 ? 'higher' : 'highest'} on validation?`;
  const names = differingNames(experiment);
  return names.length === 1
    ? `Does ${joinWords(names)} help on examples that no network has learnt from?`
    : 'Which network does best on examples that none has learnt from?';
}

/** Regularizers that some arms have and others have not. */
function differingNames({ arms }: Experiment): string[] {
  const active = arms.map(({ regularizers }) => activeRegularizers(regularizers));
  const some = new Set(active.flat());
  return [...some]
    .filter((id) => !active.every((own) => own.includes(id)))
    .map((id) => inSentence(regularizerById(id).label));
}
