/** How dropout is scaled at inference: one trained network, and three rules for its activations. */
import { useStore } from 'zustand';
import { describeScaling } from '../../../../findings/laboratories/dropout-scaling.ts';
import type { NumberSetting } from '../../../../settings/settings.ts';
import { dropoutScalingStoreOf } from '../../../../store/laboratories/dropout-scaling-store.ts';
import type { DropoutScalingState } from '../../../../store/laboratories/dropout-scaling-store.ts';
import { useLanePool } from '../../../../store/lane-pool-context.tsx';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { NumberControl } from '../../../../ui/controls/number-control.tsx';
import { Strip } from '../../../../ui/controls/strip.tsx';
import { Findings } from '../shared/findings.tsx';
import { Laboratory } from '../shared/laboratory.tsx';
import { TrainingLine } from '../shared/training-line.tsx';
import { useLinkedSettings } from '../shared/use-linked-settings.ts';
import shared from '../shared/laboratory.module.css';
import { ScalingTable } from './scaling-table.tsx';

const RATE: NumberSetting = {
  ...{ kind: 'number', label: 'Dropout, hidden units', symbol: 'p', min: 0.05, max: 0.8 },
  ...{ initial: 0.2, scale: 'linear', step: 0.05 },
};

const SEED: NumberSetting = {
  ...{ kind: 'number', label: 'Seed', min: 0, max: 1_000_000, initial: 1, integer: true },
  ...{ scale: 'linear' },
};
const LINKED = { rate: RATE, seed: SEED };

export function DropoutScaling() {
  const store = dropoutScalingStoreOf(useLanePool());
  const state = useStore(store);
  const backend = usePlayground((playground) => playground.backendChoice);
  const { form, status, progress, result, failure } = state;
  const linked = useLinkedSettings(LINKED, { ...form }, (found) => state.setForm(found));
  const isTraining = status !== 'resting';
  return (
    <Laboratory
      linked={linked}
      title="Dropout at inference: one scaling, not two"
      lead="One network, 64-256-256-10, trained on 600 digits with dropout that divides what it keeps by 1&nbsp;−&nbsp;p. The same network is then measured three times: with nothing more, and with its activations multiplied once more."
      settings={
        <>
          <NumberControl setting={RATE} value={form.rate} onChange={state.setRate} />
          {result && !isTraining && (
            <Button onClick={() => state.trainAnother(backend)}>Train with another seed</Button>
          )}
        </>
      }
      note={
        <>
          p is the share that is dropped in a training step. 50 epochs of Adam, learning rate 0.001,
          batches of 32; no wrong labels; seed {form.seed}.
        </>
      }
    >
      <TrainingLine
        label="Training"
        startLabel={result?.rate === form.rate ? 'Train again' : 'Start'}
        {...{ isTraining, progress }}
        status={statusText(state)}
        onStart={() => state.start(backend)}
        onCancel={state.cancel}
      />
      {failure !== null && <Strip tone="alert">{failure}</Strip>}
      <ScalingTable result={result} rate={result?.rate ?? form.rate} />
      {result && <Findings statements={describeScaling(result)} />}
      <p className={shared.note}>
        In Srivastava and others (2014) p is the share that is kept; training does not divide, and
        inference multiplies by p. Today’s libraries drop with p, divide by 1&nbsp;−&nbsp;p in
        training, and leave inference alone. A text that takes p from one and the division from the
        other scales twice.
      </p>
    </Laboratory>
  );
}

function statusText({ status, form, result }: DropoutScalingState): string {
  if (status === 'waiting') return 'waiting for another training of this page';
  if (status === 'training')
    return result ? `training with p = ${form.rate}; below is p = ${result.rate}` : 'training';
  if (!result) return 'ready';
  return result.rate === form.rate
    ? 'finished'
    : `the figures are of p = ${result.rate}; Start trains with p = ${form.rate}`;
}
