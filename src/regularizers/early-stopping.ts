/** Early stopping: text and settings; engine/lanes/early-stopping.ts watches the run. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const earlyStopping = defineRegularizer({
  id: 'earlyStopping',
  label: 'Early stopping',
  schema: {
    metric: {
      kind: 'choice',
      label: 'Watches',
      options: [
        { value: 'validationLoss', label: 'Validation loss' },
        { value: 'validationAccuracy', label: 'Validation accuracy' },
      ],
      initial: 'validationLoss',
    },
    patience: {
      kind: 'number',
      label: 'Patience',
      hint: 'Epochs without improvement before it stops.',
      min: 0,
      max: 1000,
      initial: 5,
      integer: true,
    },
    minDelta: {
      kind: 'number',
      label: 'Least improvement',
      hint: 'Smaller gains do not count.',
      swept: { simpler: 'last' },
      min: 0,
      max: 1,
      initial: 0,
      advanced: true,
    },
    restoreBest: {
      kind: 'switch',
      label: 'Put back the best epoch',
      hint: 'At the end the weights of the best epoch are restored.',
      initial: true,
    },
  },
  neutral: null,
  describe: ({ patience }) => `Early stopping ${formatNumber(patience)}`,
  slots: () => ({}),
  stop: ({ metric, patience, minDelta, restoreBest }) => ({
    metric,
    patience,
    minDelta,
    restoreBest,
  }),
  withoutClasses: ({ metric }) =>
    metric === 'validationAccuracy'
      ? 'has no accuracy; let early stopping watch the validation loss.'
      : null,
  formula: ({ patience, minDelta }) =>
    String.raw`\text{stop at } t^* + \max(1, k), \quad t^* = \text{last epoch better by more than } \delta, \quad k = ${formatNumber(patience)},\; \delta = ${formatNumber(minDelta)}`,
  explanation:
    'Training stops when the validation figure has not improved for as many epochs as patience allows, and the weights of the best epoch are restored. Early in training weights are still small and only the strong, common patterns are in: stopping there is regularization without a penalty. The best epoch was chosen on the validation rows, so their figure flatters a little.',
  source:
    'Prechelt (1998), “Early stopping — but when?”; Goodfellow, Bengio & Courville (2016), Deep Learning, ch. 7.8.',
  code: ({ metric, patience, minDelta, restoreBest }) => {
    const monitor = metric === 'validationLoss' ? 'val_loss' : 'val_accuracy';
    const arguments_ = `monitor="${monitor}", patience=${formatNumber(Math.max(1, patience))}, min_delta=${formatNumber(minDelta)}, restore_best_weights=${restoreBest ? 'True' : 'False'}`;
    return {
      keras: { note: `Callback: callbacks.EarlyStopping(${arguments_}).` },
      pytorch: {
        note: `In the loop: keep the state_dict of the best epoch; stop after max(1, ${formatNumber(patience)}) epochs without an improvement above ${formatNumber(minDelta)}${restoreBest ? ', then load it' : ''}.`,
      },
    };
  },
});
