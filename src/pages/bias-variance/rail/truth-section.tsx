/** What is learnt, how noisy it is, and how many training sets are drawn of it. */
import { capitalized } from '../../../base/text/capitalized.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { Redrawn } from '../../../plans/bias-variance.ts';
import { FEWEST_SETS, MOST_SETS, TRUTHS, baseOn } from '../../../plans/bias-variance-form.ts';
import { dataSchemaOf } from '../../../experiment/data-schema.ts';
import { DATA_SCHEMA, TRAINING_SCHEMA } from '../../../experiment/experiment.ts';
import type { DataSettings } from '../../../experiment/experiment.ts';
import type { NumberSetting } from '../../../settings/settings.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { NumberControl } from '../../../ui/controls/number-control.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { RailChoice } from '../../shared/rail/rail-choice.tsx';
import styles from '../../shared/rail/rail.module.css';

const SETS: NumberSetting = {
  ...{ kind: 'number', label: 'Training sets', min: FEWEST_SETS, max: MOST_SETS, initial: 20 },
  ...{ integer: true, scale: 'linear', step: 1 },
  hint: 'A network is trained on each of them, for every value of the axis. More can be added later: those that are trained stay.',
};
const REDRAWN: readonly { readonly value: Redrawn; readonly label: string }[] = [
  { value: 'everything', label: 'data and network' },
  { value: 'data', label: 'data only' },
  { value: 'network', label: 'network only' },
];
const OPTIONS = TRUTHS.map((id) => ({ value: id, label: findDataset(id)?.label ?? id }));

export function TruthSection() {
  const form = useBiasVariance((state) => state.form);
  const change = useBiasVariance((state) => state.change);
  const { base, sets, redrawn } = form;
  const { data } = base;
  const dataset = findDataset(data.dataset);
  const set = (next: Partial<DataSettings>) =>
    change({ base: { ...base, data: { ...data, ...next } } });
  const choose = (id: (typeof TRUTHS)[number]) => {
    const chosen = findDataset(id);
    // What was set of the network's regularizers stays.
    if (chosen) change({ base: { ...baseOn({ ...chosen, id }), regularizers: base.regularizers } });
  };
  const schema = dataset && dataSchemaOf(dataset);
  const isRegression = dataset?.task === 'regression';
  const words = dataset?.words.examples ?? 'examples';
  return (
    <div className={styles.axis}>
      <div className={styles.method}>
        <RadioGroup
          legend="Truth"
          options={OPTIONS}
          value={TRUTHS.find((id) => id === data.dataset) ?? 'sine'}
          onChange={choose}
        />
      </div>
      <NumberControl
        setting={{
          ...DATA_SCHEMA.trainingExamples,
          label: `${capitalized(words)} per training set`,
        }}
        value={data.trainingExamples}
        onChange={(trainingExamples) => set({ trainingExamples })}
      />
      {schema?.noise && (
        <NumberControl
          setting={{ ...schema.noise, label: isRegression ? 'Noise sd' : 'Labels flipped' }}
          value={data.noise}
          onChange={(noise) => set({ noise })}
        />
      )}
      {schema?.wrongLabelShare && !schema.noise && (
        <NumberControl
          setting={schema.wrongLabelShare}
          value={data.wrongLabelShare}
          onChange={(wrongLabelShare) => set({ wrongLabelShare })}
        />
      )}
      <NumberControl setting={SETS} value={sets} onChange={(next) => change({ sets: next })} />
      <NumberControl
        setting={TRAINING_SCHEMA.seed}
        value={form.seed}
        onChange={(seed) => change({ seed })}
      />
      <RailChoice
        label="Redraw"
        options={REDRAWN}
        value={redrawn}
        onChange={(next) => change({ redrawn: next })}
      />
      <p className={styles.note}>{NOTES[redrawn]}</p>
    </div>
  );
}

const NOTES: Readonly<Record<Redrawn, string>> = {
  everything: 'Every set has data of its own, and its network first weights of its own.',
  data: 'Every set has data of its own; first weights and the order of batches are the same for all. This variance and that of “network only” do not simply add up to the whole.',
  network:
    'All train on the same data, from first weights of their own. This variance and that of “data only” do not simply add up to the whole.',
};
