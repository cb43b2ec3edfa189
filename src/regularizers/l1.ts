/** L1: a penalty on the sizes of the weights, as a subgradient or as a proximal step. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const l1 = defineRegularizer({
  id: 'l1',
  label: 'L1',
  schema: {
    lambda: {
      kind: 'number',
      label: 'Strength',
      symbol: 'λ',
      hint: 'Weight of the penalty λ Σ |w|.',
      min: 0,
      max: 10,
      initial: 0.001,
      scale: 'log',
      step: 0.00001,
      off: 0,
      live: true,
    },
    proximal: {
      kind: 'switch',
      label: 'Exact zeros',
      hint: 'Cuts small weights to exactly 0 after each step; otherwise they only come near it.',
      initial: true,
      live: true,
    },
  },
  neutral: { lambda: 0, proximal: true },
  describe: ({ lambda, proximal }) =>
    `L1 λ = ${formatNumber(lambda)}${proximal ? '' : ' (penalty)'}`,
  slots: ({ lambda, proximal }) =>
    proximal ? { softThreshold: lambda } : { gradientPerSign: lambda },
  penalty: ({ lambda }, sums) => lambda * sums.absolute,
  zeros: ({ proximal }) => (proximal ? 'exact' : 'near'),
  formula: ({ lambda }) =>
    String.raw`L = L_{\text{data}} + \lambda \sum_w |w|, \quad \lambda = ${formatNumber(lambda)}`,
  explanation:
    'The sum of all weights without their signs is added to the loss. It pulls every weight towards 0 with the same force λ, however small the weight is, so weights that the data do not defend reach 0: the network selects its inputs. With "exact zeros" the pull is a step of its own that may stop at 0 but never jumps across, and a weight can come back; as a plain gradient it makes weights tremble around 0 instead.',
  source:
    'Tibshirani (1996), “Regression shrinkage and selection via the lasso”; proximal step with adaptive optimisers: Duchi, Hazan & Singer (2011), JMLR 12.',
  code: ({ lambda, proximal }) => {
    const note = proximal
      ? 'Stock optimisers take the penalty as a gradient, which gives no exact zeros: after each step, also apply w = sign(w) * max(|w| - s * lambda, 0), with s the step per unit of steady gradient.'
      : undefined;
    return {
      keras: {
        denseArguments: `kernel_regularizer=regularizers.L1(${formatNumber(lambda)})`,
        ...(note === undefined ? {} : { note }),
      },
      pytorch: {
        lossTerm: `${formatNumber(lambda)} * sum(w.abs().sum() for w in kernels(model))`,
        ...(note === undefined ? {} : { note }),
      },
    };
  },
});
