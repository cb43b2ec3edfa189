/** Elastic net: L1 and L2 at once, as one strength and a mixing share. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const elasticNet = defineRegularizer({
  id: 'elasticNet',
  label: 'Elastic net',
  schema: {
    lambda: {
      kind: 'number',
      label: 'Strength',
      symbol: 'λ',
      hint: 'Weight of both penalties together.',
      min: 0,
      max: 10,
      initial: 0.003,
      scale: 'log',
      step: 0.00001,
      off: 0,
      live: true,
    },
    l1Share: {
      kind: 'number',
      label: 'Share of L1',
      symbol: 'α',
      hint: '0 is pure L2, 1 is pure L1.',
      min: 0,
      max: 1,
      initial: 0.5,
      scale: 'linear',
      step: 0.05,
      swept: { simpler: 'neither' },
      live: true,
    },
  },
  neutral: { lambda: 0, l1Share: 0.5 },
  describe: ({ lambda, l1Share }) =>
    `Elastic net λ = ${formatNumber(lambda)}, α = ${formatNumber(l1Share)}`,
  slots: ({ lambda, l1Share }) => ({
    softThreshold: lambda * l1Share,
    gradientPerWeight: 2 * lambda * (1 - l1Share),
  }),
  penalty: ({ lambda, l1Share }, sums) =>
    lambda * (l1Share * sums.absolute + (1 - l1Share) * sums.squares),
  zeros: ({ l1Share }) => (l1Share > 0 ? 'exact' : null),
  formula: ({ lambda, l1Share }) =>
    String.raw`L = L_{\text{data}} + \lambda \sum_w \left(\alpha |w| + (1 - \alpha) w^2\right), \quad \lambda = ${formatNumber(lambda)},\; \alpha = ${formatNumber(l1Share)}`,
  explanation:
    'Both penalties together: the L1 part cuts weights to exactly 0, the L2 part keeps the others small and shares weight between inputs that say the same, where L1 alone would pick one of them.',
  source: 'Zou & Hastie (2005), “Regularization and variable selection via the elastic net”.',
  code: ({ lambda, l1Share }) => {
    const [first, second] = [lambda * l1Share, lambda * (1 - l1Share)].map((x) => formatNumber(x));
    const note = `λ = ${formatNumber(lambda)}, α = ${formatNumber(l1Share)}. Stock optimisers take the L1 part as a gradient, which gives no exact zeros.`;
    return {
      keras: {
        denseArguments: `kernel_regularizer=regularizers.L1L2(l1=${first ?? ''}, l2=${second ?? ''})`,
        note,
      },
      pytorch: {
        lossTerm: `sum(${first ?? ''} * w.abs().sum() + ${second ?? ''} * (w ** 2).sum() for w in kernels(model))`,
        note,
      },
    };
  },
});
