/** What the network is that a plan varies, a name and a text each. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { activeRegularizers, describeRegularizer } from '../../../experiment/arm-name.ts';
import { TRAINING_SCHEMA, networkSizes } from '../../../experiment/experiment.ts';
import type { LaneBase } from '../../../experiment/lane-base.ts';
import { formatNumber } from '../../../settings/settings.ts';

export function baseFacts({ data, network, training, regularizers }: LaneBase): [string, string][] {
  const dataset = findDataset(data.dataset);
  const wrong = data.wrongLabelShare > 0 && dataset?.task !== 'regression';
  const used = activeRegularizers(regularizers).map((id) => describeRegularizer(id, regularizers));
  const optimizer = TRAINING_SCHEMA.optimizer.options.find(
    ({ value }) => value === training.optimizer,
  );
  return [
    [
      'Data',
      [
        `${dataset?.label ?? data.dataset}, ${withCommas(data.trainingExamples)} + ${withCommas(data.validationExamples)} rows`,
        ...(wrong ? [`${formatNumber(data.wrongLabelShare, '%')} wrong labels`] : []),
        ...(dataset?.noise ? [`noise ${formatNumber(data.noise)}`] : []),
      ].join(', '),
    ],
    ['Network', dataset ? networkSizes(network, dataset).join(' → ') : '–'],
    [
      'Training',
      `${optimizer?.label ?? training.optimizer} ${formatNumber(training.learningRate)}, ${withCommas(training.epochs)} epochs`,
    ],
    ['Regularizers', used.length === 0 ? 'none' : used.join(', ')],
  ];
}
