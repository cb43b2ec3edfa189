/** Inverted dropout on hidden units and on inputs. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const dropout = defineRegularizer({
  id: 'dropout',
  label: 'Dropout',
  schema: {
    rate: {
      kind: 'number',
      label: 'Hidden rate',
      symbol: 'p',
      hint: 'Share of hidden units switched off in each training step.',
      min: 0,
      max: 0.95,
      initial: 0.5,
      scale: 'linear',
      step: 0.05,
      off: 0,
      live: true,
    },
    inputRate: {
      kind: 'number',
      label: 'Input rate',
      symbol: 'p',
      hint: 'Share of inputs set to 0 in each training step.',
      min: 0,
      max: 0.95,
      initial: 0,
      scale: 'linear',
      step: 0.05,
      off: 0,
      live: true,
    },
  },
  neutral: { rate: 0, inputRate: 0 },
  describe: ({ rate, inputRate }) => {
    if (rate === 0 && inputRate > 0) return `Input dropout ${formatNumber(inputRate)}`;
    return `Dropout ${formatNumber(rate)}${inputRate > 0 ? ` · ${formatNumber(inputRate)}` : ''}`;
  },
  slots: ({ rate, inputRate }) => ({ keepHidden: 1 - rate, keepInput: 1 - inputRate }),
  whileMeasured: { off: 'dropout' },
  formula: ({ rate }) =>
    String.raw`\tilde a = \frac{m \circ a}{1 - p}, \quad m_j \sim \mathrm{Bernoulli}(1 - p), \quad p = ${formatNumber(rate)}`,
  explanation:
    'In every training step each unit is switched off with probability p, and those that stay are divided by 1\u00a0−\u00a0p, so that the next layer sees the same sum on average. A unit that cannot rely on a particular neighbour must be useful by itself. Nothing is dropped or scaled when the network is used or measured.',
  source:
    'Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov (2014), “Dropout: a simple way to prevent neural networks from overfitting”, JMLR 15 (there p is the probability of keeping).',
  code: ({ rate, inputRate }) => ({
    keras: {
      ...(inputRate > 0 ? { inputLayer: `layers.Dropout(${formatNumber(inputRate)})` } : {}),
      ...(rate > 0 ? { afterActivation: `layers.Dropout(${formatNumber(rate)})` } : {}),
    },
    pytorch: {
      ...(inputRate > 0 ? { inputLayer: `nn.Dropout(p=${formatNumber(inputRate)})` } : {}),
      ...(rate > 0 ? { afterActivation: `nn.Dropout(p=${formatNumber(rate)})` } : {}),
    },
  }),
});
