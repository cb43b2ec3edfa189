/** The network that is trained on every set, but for what the axis varies. */
import { findDataset } from '../../../datasets/registry.ts';
import { NETWORK_SCHEMA, TRAINING_SCHEMA } from '../../../experiment/experiment.ts';
import type { LaneBase } from '../../../experiment/lane-base.ts';
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import { TRUTHS } from '../../../plans/bias-variance-form.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { ActionList } from '../../../ui/controls/action-list.tsx';
import { LayersControl } from '../../../ui/controls/layers-control.tsx';
import { NumberControl } from '../../../ui/controls/number-control.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { baseFacts } from '../../shared/rail/base-facts.ts';
import { RailChoice } from '../../shared/rail/rail-choice.tsx';
import { useArmsOfCompare } from '../../shared/rail/use-arms-of-compare.ts';
import styles from '../../shared/rail/rail.module.css';

/** What the axis sets is not set here. */
const BY_AXIS: Readonly<Record<string, string>> = {
  'training.epochs': 'Epochs are set by the axis.',
  'network.width': 'Units per hidden layer are set by the axis.',
  'network.depth': 'The number of hidden layers is set by the axis.',
};

export function NetworkSection() {
  const base = useBiasVariance((state) => state.form.base);
  const change = useBiasVariance((state) => state.change);
  const axis = useBiasVariance((state) => state.form.axis.setting);
  const { network, training } = base;
  const set = (next: Partial<LaneBase>) => change({ base: { ...base, ...next } });
  const dataset = findDataset(base.data.dataset);
  const used = baseFacts(base).find(([name]) => name === 'Regularizers')?.[1];
  return (
    <div className={styles.axis}>
      <LayersControl
        setting={NETWORK_SCHEMA.hiddenLayers}
        value={network.hiddenLayers}
        onChange={(hiddenLayers) => set({ network: { ...network, hiddenLayers } })}
        ends={{ inputs: dataset?.featureCount ?? 1, outputs: dataset?.outputs ?? 1 }}
      />
      <RailChoice
        label={NETWORK_SCHEMA.activation.label}
        options={NETWORK_SCHEMA.activation.options}
        value={network.activation}
        onChange={(activation) => set({ network: { ...network, activation } })}
      />
      <NumberControl
        setting={TRAINING_SCHEMA.learningRate}
        value={training.learningRate}
        onChange={(learningRate) => set({ training: { ...training, learningRate } })}
      />
      {axis !== 'training.epochs' && (
        <NumberControl
          setting={TRAINING_SCHEMA.epochs}
          value={training.epochs}
          onChange={(epochs) => set({ training: { ...training, epochs } })}
        />
      )}
      {BY_AXIS[axis] !== undefined && <p className={styles.note}>{BY_AXIS[axis]}</p>}
      {axis !== ARMS_AXIS && used !== undefined && used !== 'none' && (
        <p className={styles.note}>Regularizers besides the axis: {used}.</p>
      )}
      <TakeFromCompare />
    </div>
  );
}

function TakeFromCompare() {
  const { arms, seed } = useArmsOfCompare();
  const change = useBiasVariance((state) => state.change);
  const canBeJudged = arms.every(({ base }) => TRUTHS.some((id) => id === base.data.dataset));
  return (
    <PopoverButton
      panelLabel="Take from Compare"
      panel={(close) => (
        <ActionList
          reason={
            canBeJudged
              ? null
              : 'Compare has a data set of which many training sets cannot be drawn: choose a curve, the ring or the digits there.'
          }
          actions={arms.map(({ id, label, base }) => ({
            label,
            detail: 'Its data, network, training and regularizers.',
            disabled: !canBeJudged,
            act: () => {
              change({ base, seed, arms, baseName: `Compare, arm ${id}` });
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
