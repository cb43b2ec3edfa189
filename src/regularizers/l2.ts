/** L2: a penalty on the squares of the weights. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const l2 = defineRegularizer({
  id: 'l2',
  label: 'L2',
  schema: {
    lambda: {
      kind: 'number',
      label: 'Strength',
      symbol: 'λ',
      hint: 'Weight of the penalty λ Σ w², added to the loss.',
      min: 0,
      max: 10,
      initial: 0.003,
      scale: 'log',
      step: 0.00001,
      off: 0,
      live: true,
    },
  },
  neutral: { lambda: 0 },
  describe: ({ lambda }) => `L2 λ = ${formatNumber(lambda)}`,
  slots: ({ lambda }) => ({ gradientPerWeight: 2 * lambda }),
  penalty: ({ lambda }, sums) => lambda * sums.squares,
  formula: ({ lambda }) =>
    String.raw`L = L_{\text{data}} + \lambda \sum_w w^2, \quad \lambda = ${formatNumber(lambda)}`,
  explanation:
    'The sum of all squared weights is added to the loss, so every step also pulls each weight towards 0 by 2λw: a weight stays large only if the data keep pushing it back. Weights become small but hardly ever exactly 0. With plain SGD, and only there, this equals weight decay of 2λ.',
  source:
    'Krogh & Hertz (1992), “A simple weight decay can improve generalization”, NeurIPS 4; Hoerl & Kennard (1970), ridge regression.',
  code: ({ lambda }) => ({
    keras: { denseArguments: `kernel_regularizer=regularizers.L2(${formatNumber(lambda)})` },
    pytorch: {
      lossTerm: `${formatNumber(lambda)} * sum((w ** 2).sum() for w in kernels(model))`,
      note: `torch.optim's weight_decay adds half of this gradient per unit (weight_decay = ${formatNumber(2 * lambda)} gives the same) and also acts on biases, unlike here.`,
    },
  }),
});
