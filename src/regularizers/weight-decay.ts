/** Decoupled weight decay (AdamW): weights shrink by a share of themselves, apart from the gradient. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const weightDecay = defineRegularizer({
  id: 'weightDecay',
  label: 'Weight decay',
  schema: {
    lambda: {
      kind: 'number',
      label: 'Strength',
      symbol: 'λ',
      hint: 'Before each step every weight loses the share ηλ of itself (η: learning rate).',
      min: 0,
      max: 100,
      initial: 1,
      scale: 'log',
      step: 0.0001,
      // Presets have 1; ten times as much learns nothing, and a thirtieth does nothing.
      swept: { from: 0.03, to: 10 },
      off: 0,
      live: true,
    },
  },
  neutral: { lambda: 0 },
  describe: ({ lambda }) => `Weight decay λ = ${formatNumber(lambda)}`,
  slots: ({ lambda }) => ({ shrinkBefore: lambda }),
  actsOnWeights: true,
  formula: ({ lambda }) =>
    String.raw`w \leftarrow w - \eta \lambda w \;\text{ before the optimiser's step}, \quad \lambda = ${formatNumber(lambda)}`,
  explanation:
    'Every weight shrinks by the share ηλ of itself before the optimiser moves it. With plain SGD this is the same as L2 with half the λ. With Adam it is not: Adam divides the gradient, and with it an L2 pull, by the usual size of the gradient, so weights with large gradients would hardly be pulled; the decay acts on all alike. It adds nothing to the loss.',
  source: 'Loshchilov & Hutter (2019), “Decoupled weight decay regularization”, ICLR.',
  code: ({ lambda }) => ({
    keras: {
      note: `keras.optimizers.AdamW(weight_decay=${formatNumber(lambda)}), with optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"]).`,
    },
    pytorch: {
      note: `torch.optim.AdamW(weight_decay=${formatNumber(lambda)}) for the kernels only: give biases and batch norm a parameter group with weight_decay=0.`,
    },
  }),
});
