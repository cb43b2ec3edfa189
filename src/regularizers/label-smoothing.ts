/** Label smoothing: targets that are never quite sure. */
import { defineRegularizer } from '../engine/step/regularizer.ts';
import { formatNumber } from '../settings/settings.ts';

export const labelSmoothing = defineRegularizer({
  id: 'labelSmoothing',
  label: 'Label smoothing',
  schema: {
    epsilon: {
      kind: 'number',
      label: 'Share',
      symbol: 'ε',
      hint: 'Share of each target that is spread evenly over all classes.',
      min: 0,
      max: 0.9,
      initial: 0.1,
      scale: 'linear',
      step: 0.05,
      off: 0,
      live: true,
    },
  },
  neutral: { epsilon: 0 },
  describe: ({ epsilon }) => `Label smoothing ${formatNumber(epsilon)}`,
  slots: ({ epsilon }) => ({ labelSmoothing: epsilon }),
  withoutClasses: () => 'has no labels to smooth.',
  formula: ({ epsilon }) =>
    String.raw`\tilde y = (1 - \varepsilon)\, y + \frac{\varepsilon}{C}, \quad \varepsilon = ${formatNumber(epsilon)}`,
  explanation:
    'In training the target of an example is not 1 for its class and 0 for the rest: the share ε is spread evenly over all C classes. The network is told never to be quite sure, which lowers its confidence more than its capacity to learn by heart. The losses on screen are measured against the plain labels. Classification only.',
  source:
    'Szegedy et al. (2016), “Rethinking the Inception architecture”; Müller, Kornblith & Hinton (2019), “When does label smoothing help?”.',
  code: ({ epsilon }) => ({
    keras: {
      note: `Loss: losses.CategoricalCrossentropy(label_smoothing=${formatNumber(epsilon)}), on one-hot targets.`,
    },
    pytorch: { note: `Loss: nn.CrossEntropyLoss(label_smoothing=${formatNumber(epsilon)}).` },
  }),
});
