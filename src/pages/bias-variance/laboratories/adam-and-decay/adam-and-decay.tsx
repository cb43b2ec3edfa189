/** Adam with L2 beside AdamW: two paths from one start, over the contours of a loss that is steep one way only. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { LaboratoryClient } from '../../../../client/laboratory-client.ts';
import { spawnTrainer } from '../../../../client/spawn-trainer.ts';
import { ridge } from '../../../../closed-forms/ridge.ts';
import { twoFeatureRows } from '../../../../closed-forms/two-features.ts';
import type { TwoWeights } from '../../../../closed-forms/two-weights.ts';
import { describeDecay } from '../../../../findings/laboratories/adam-and-decay.ts';
import type { NumberSetting } from '../../../../settings/settings.ts';
import { createLaboratoryStore } from '../../../../store/laboratories/laboratory-store.ts';
import type { LaboratoryState } from '../../../../store/laboratories/laboratory-store.ts';
import { oncePerPool } from '../../../../store/laboratories/once-per-pool.ts';
import { useLanePool } from '../../../../store/lane-pool-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { NumberControl } from '../../../../ui/controls/number-control.tsx';
import { RadioGroup } from '../../../../ui/controls/radio-group.tsx';
import { Strip } from '../../../../ui/controls/strip.tsx';
import { SavePicture } from '../../../../ui/picture-file/save-picture.tsx';
import { Findings } from '../shared/findings.tsx';
import { Laboratory } from '../shared/laboratory.tsx';
import { TableTwin } from '../shared/table-twin.tsx';
import { useLinkedSettings } from '../shared/use-linked-settings.ts';
import shared from '../shared/laboratory.module.css';
import { DecayPicture } from './decay-picture.tsx';

const storeOf = oncePerPool(() =>
  createLaboratoryStore(new LaboratoryClient('decayPaths', spawnTrainer), {
    ...{ l2: 0.2, weightDecay: 1, batchSize: 32 },
  }),
);

const L2: NumberSetting = {
  ...{ kind: 'number', label: 'L2, in the loss', symbol: 'λ', min: 0.001, max: 10 },
  ...{ initial: 0.2, scale: 'log', step: 0.001, off: 0 },
};
const DECAY: NumberSetting = {
  ...{ kind: 'number', label: 'AdamW, decay', symbol: 'λ', min: 0.001, max: 10 },
  ...{ initial: 1, scale: 'log', step: 0.001, off: 0 },
};
const BATCH: NumberSetting = {
  ...{ kind: 'number', label: 'Batch size', min: 32, max: 200, initial: 32, integer: true },
  ...{ scale: 'linear', step: 168 },
};
const LINKED = { l2: L2, weightDecay: DECAY, batchSize: BATCH };
const BATCHES = [
  { value: '32', label: '32 rows' },
  { value: '200', label: 'all 200' },
] as const;
/** Steps after which the table has a row. */
const TABLED = [0, 100, 200, 400, 1000, 1500, 2000, 3000];

export function AdamAndDecay() {
  const picture = useRef<HTMLDivElement>(null);
  const store = storeOf(useLanePool());
  const state = useStore(store);
  const { settings, shown, change } = state;
  const linked = useLinkedSettings(LINKED, { ...settings }, ({ batchSize, ...found }) =>
    // There are two sizes to choose from.
    change({ ...found, batchSize: batchSize === 200 ? 200 : 32 }),
  );
  useEffect(() => {
    const { shown: answer, isAsking, ask } = store.getState();
    if (!answer && !isAsking) ask();
  }, [store]);
  const points = shown?.parts ?? [];
  const solution = ridgeSolution(shown?.settings.l2 ?? settings.l2);
  return (
    <Laboratory
      linked={linked}
      title="Adam with L2 is not AdamW"
      lead="A linear model of two features, of scale 3 and 0.3, whose true weights are (1, 1). Two trainings start at (0, 0) and see the same batches: one has L2 in its loss, the other decays its weights beside Adam’s step."
      settings={
        <>
          <NumberControl setting={L2} value={settings.l2} onChange={(l2) => change({ l2 })} />
          <NumberControl
            setting={DECAY}
            value={settings.weightDecay}
            onChange={(weightDecay) => change({ weightDecay })}
          />
          <RadioGroup
            legend="Batches"
            options={BATCHES}
            value={settings.batchSize === 32 ? '32' : '200'}
            onChange={(size) => change({ batchSize: Number(size) })}
          />
        </>
      }
      note={
        <>
          200 rows, noise of deviation 0.1; 3,000 steps of Adam, learning rate 0.003, by the engine
          that trains everywhere on this page. The two λ are no one scale: the same number means
          different things.
        </>
      }
    >
      {state.failure !== null && (
        <Strip tone="alert" actions={<Button onClick={state.ask}>Try again</Button>}>
          {state.failure}
        </Strip>
      )}
      <div ref={picture}>
        <DecayPicture points={points} ridge={solution} />
      </div>
      <div className={shared.line}>
        <p className={shared.note} role="status">
          {statusText(state)}
        </p>
        <div className="not-presented not-printed">
          <SavePicture title="Paths of Adam with L2 and of AdamW" picture={picture} />
        </div>
      </div>
      {shown?.isWhole && <Findings statements={describeDecay(endsOf(shown, solution))} />}
      <TableTwin
        caption="Both weights of both trainings, by step"
        columns={['Step', 'L2 w₁', 'L2 w₂', 'AdamW w₁', 'AdamW w₂']}
        rows={points
          .filter(({ step }) => TABLED.includes(step))
          .map(({ step, l2, weightDecay }) => [
            String(step),
            ...[...l2, ...weightDecay].map((weight) => weight.toFixed(3).replace('-', '−')),
          ])}
      />
    </Laboratory>
  );
}

const { design, targets } = twoFeatureRows();

function ridgeSolution(lambda: number): TwoWeights {
  const [first = NaN, second = NaN] = ridge(design, targets, lambda).weights;
  return [first, second];
}

function endsOf(
  { settings, parts }: NonNullable<LaboratoryState<'decayPaths'>['shown']>,
  solution: TwoWeights,
) {
  const end = parts.at(-1);
  const steps = end?.step ?? 0;
  const halfway = parts.findLast(({ step }) => step <= steps / 2);
  const nowhere: TwoWeights = [NaN, NaN];
  return {
    ...{ l2: settings.l2, weightDecay: settings.weightDecay, ridge: solution, steps },
    ofL2: end?.l2 ?? nowhere,
    ofDecay: end?.weightDecay ?? nowhere,
    ofDecayHalfway: halfway?.weightDecay ?? nowhere,
  };
}

function statusText({ shown, isAsking }: LaboratoryState<'decayPaths'>): string {
  if (!shown) return 'training …';
  const { l2, weightDecay, batchSize } = shown.settings;
  const what = `L2 λ = ${l2}, AdamW λ = ${weightDecay}, batches of ${batchSize}`;
  return isAsking && shown.isWhole ? `${what}; training anew …` : what;
}
