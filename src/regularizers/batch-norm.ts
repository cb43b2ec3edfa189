/** Batch normalisation: text and settings; its arithmetic is a layer of the network (engine/step/network.ts). */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

/** Keras' ε. */
const EPSILON = 0.001;

export const batchNorm = defineRegularizer({
  id: 'batchNorm',
  label: 'Batch norm',
  schema: {
    momentum: {
      kind: 'number',
      label: 'Momentum',
      symbol: 'm',
      hint: 'How slowly the running mean and variance follow the batches; they are what is used outside training.',
      min: 0,
      max: 0.999,
      initial: 0.9,
      scale: 'linear',
      step: 0.01,
      swept: { simpler: 'neither' },
    },
  },
  neutral: null,
  describe: ({ momentum }) =>
    `Batch norm${momentum === 0.9 ? '' : ` m = ${formatNumber(momentum)}`}`,
  slots: () => ({}),
  structure: ({ momentum }) => ({ batchNorm: { momentum, epsilon: EPSILON } }),
  whileMeasured: { instead: 'batch norm by running averages' },
  formula: ({ momentum }) =>
    String.raw`\hat z = \gamma\, \frac{z - \mu_B}{\sqrt{\sigma_B^2 + \varepsilon}} + \beta, \quad \text{running} \leftarrow m \cdot \text{running} + (1 - m) \cdot \text{batch}, \quad m = ${formatNumber(momentum)}`,
  explanation:
    'Before its activation every hidden unit is shifted and scaled so that it has mean 0 and variance 1 over the batch, then by two learnt numbers γ and β. Outside training, running averages take the place of the batch. It makes large learning rates safe and deep networks trainable, and is first of all an aid to optimisation; the noise of small batches can regularize a little. (That it works by reducing "internal covariate shift" was the original hypothesis, and is disputed.)',
  source:
    'Ioffe & Szegedy (2015), “Batch normalization”, ICML; Santurkar et al. (2018), “How does batch normalization help optimization?”, NeurIPS.',
  code: ({ momentum }) => ({
    keras: {
      note: `Hidden layers: Dense(units, use_bias=False), BatchNormalization(momentum=${formatNumber(momentum)}, epsilon=${EPSILON}), Activation(...).`,
    },
    pytorch: {
      note: `Hidden layers: nn.Linear(..., bias=False), nn.BatchNorm1d(units, momentum=${formatNumber(1 - momentum)}, eps=${EPSILON}), then the activation. PyTorch's momentum is 1 − ${formatNumber(momentum)}, and its running variance is the unbiased one.`,
    },
  }),
});
