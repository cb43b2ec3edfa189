/** Max-norm: no unit's incoming weights may be longer than a limit. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const maxNorm = defineRegularizer({
  id: 'maxNorm',
  label: 'Max-norm',
  schema: {
    limit: {
      kind: 'number',
      label: 'Limit',
      symbol: 'c',
      hint: 'Largest norm of the weights that come into a unit.',
      min: 0.01,
      max: 100,
      initial: 1,
      scale: 'log',
      step: 0.01,
      // Presets have 0.5 and 1; first weights are about 1 long, and few units outgrow 3.
      swept: { from: 0.1, to: 3, simpler: 'first' },
      off: 0,
      live: true,
    },
  },
  neutral: { limit: 0 },
  describe: ({ limit }) => `Max-norm ${limit === 0 ? 'off' : formatNumber(limit)}`,
  slots: ({ limit }) => ({ columnLimit: limit === 0 ? Infinity : limit }),
  actsOnWeights: true,
  formula: ({ limit }) =>
    String.raw`w_j \leftarrow w_j \cdot \min\!\left(1, \frac{c}{\lVert w_j \rVert_2}\right), \quad c = ${formatNumber(limit)}`,
  explanation:
    'After each step the incoming weights of every unit are scaled back to length c if they have grown beyond it. Inside that ball they are left alone, so large learning rates cannot blow the network up, and there is no pull towards 0. It adds nothing to the loss.',
  source: 'Srivastava et al. (2014), “Dropout”, JMLR 15, section 5.1; Srebro & Shraibman (2005).',
  code: ({ limit }) => ({
    keras: {
      denseArguments: `kernel_constraint=constraints.MaxNorm(${formatNumber(limit)}, axis=0)`,
    },
    pytorch: {
      note: `After each step, under torch.no_grad(): for w in kernels(model): w.copy_(torch.renorm(w, 2, 0, ${formatNumber(limit)})).`,
    },
  }),
});
