/** The product's promise in a sentence: what the arms share, and what alone differs. */
import type { Arm } from '../protocol/experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { activeRegularizers, inSentence, joinWords } from './arm-name.ts';
import { regularizerById } from './regularizers.ts';
import { sameValue } from './same-value.ts';

export function fairnessSentence(arms: readonly Arm[]): string {
  if (arms.length < 2) return 'One arm alone: add another to compare';
  const labels = differingRegularizers(arms).map((label) => inSentence(label));
  if (labels.length === 0) return 'Same start, same batches: the arms do not differ yet';
  const verb = labels.length === 1 ? 'differs' : 'differ';
  return `Same start, same batches: only ${joinWords(labels)} ${verb}`;
}

/** Labels of the regularizers that are not the same in all arms. Off and neutral are the same. */
function differingRegularizers(arms: readonly Arm[]): string[] {
  return REGULARIZERS.filter(({ id }) => {
    const [first, ...others] = arms.map(({ regularizers }) =>
      activeRegularizers(regularizers).includes(id) ? regularizers[id] : null,
    );
    return others.some((settings) => !sameValue(settings, first));
  }).map(({ id }) => regularizerById(id).label);
}
