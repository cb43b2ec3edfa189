/** The network that is varied: where it comes from, and what it is. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { activeRegularizers, armName, describeRegularizer } from '../../../experiment/arm-name.ts';
import { networkSizes } from '../../../experiment/experiment.ts';
import { laneBaseOf } from '../../../experiment/lane-base.ts';
import type { LaneBase } from '../../../experiment/lane-base.ts';
import { TRAINING_SCHEMA } from '../../../experiment/experiment.ts';
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import { SWEEP_PRESETS } from '../../../presets/sweep/registry.ts';
import { formatNumber } from '../../../settings/settings.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import styles from './sweep-rail.module.css';

export function BaseSection() {
  const base = useSweep((state) => state.form.base);
  const baseName = useSweep((state) => state.form.baseName);
  return (
    <>
      <dl className={styles.facts}>
        {factsOf(base).map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        From {isPreset(baseName) ? `the preset “${baseName}”` : baseName}.
      </p>
      <TakeFromCompare />
    </>
  );
}

const isPreset = (name: string) => SWEEP_PRESETS.some(({ title }) => title === name);

function TakeFromCompare() {
  const experiment = usePlayground((state) => state.experiment);
  const change = useSweep((state) => state.change);
  const axes = useSweep((state) => state.form.axes);
  const { seed } = experiment.training;
  const arms = experiment.arms.map((arm) => ({
    ...{ id: arm.id, label: armName(arm), base: laneBaseOf(experiment, arm) },
  }));
  return (
    <PopoverButton
      panelLabel="Take from Compare"
      panel={(close) => (
        <ActionList
          actions={arms.map(({ id, label, base }) => ({
            label,
            detail: 'Its data, network, training and regularizers.',
            act: () => {
              const ids = arms.map((arm) => arm.id);
              change({
                ...{ base, seed, arms, baseName: `Compare, arm ${id}` },
                axes: axes.map((axis) =>
                  axis.setting === ARMS_AXIS
                    ? { setting: ARMS_AXIS, range: { spacing: 'list' as const, values: ids } }
                    : axis,
                ),
              });
              close();
            },
          }))}
        />
      )}
    >
      Take from Compare
    </PopoverButton>
  );
}

function factsOf({ data, network, training, regularizers }: LaneBase): [string, string][] {
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
