/** Gaussian noise on the inputs, in training only. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const inputNoise = defineRegularizer({
  id: 'inputNoise',
  label: 'Input noise',
  schema: {
    deviation: {
      kind: 'number',
      label: 'Deviation',
      symbol: 'σ',
      hint: 'Standard deviation of the noise added to every input in every training step.',
      min: 0,
      max: 5,
      initial: 0.3,
      scale: 'linear',
      step: 0.05,
      off: 0,
      live: true,
    },
  },
  neutral: { deviation: 0 },
  describe: ({ deviation }) => `Input noise σ = ${formatNumber(deviation)}`,
  slots: ({ deviation }) => ({ inputNoise: deviation }),
  whileMeasured: { off: 'noise' },
  formula: ({ deviation }) =>
    String.raw`\tilde x = x + \sigma z, \quad z \sim \mathcal N(0, 1), \quad \sigma = ${formatNumber(deviation)}`,
  explanation:
    'Fresh Gaussian noise is added to every input in every training step, so no example is ever seen twice in the same place. For small noise this acts like a penalty on the slope of the network: it must answer alike in a neighbourhood of each example. Nothing is added when the network is used or measured.',
  source: 'Bishop (1995), “Training with noise is equivalent to Tikhonov regularization”.',
  code: ({ deviation }) => ({
    keras: { inputLayer: `layers.GaussianNoise(${formatNumber(deviation)})` },
    pytorch: {
      note: `In training only: x = x + ${formatNumber(deviation)} * torch.randn_like(x).`,
    },
  }),
});
