/** Double descent: least squares on more and more random features of digits, without and with ridge. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { wholePercent } from '../../../../base/text/figure-text.ts';
import { LaboratoryClient } from '../../../../client/laboratory-client.ts';
import { spawnTrainer } from '../../../../client/spawn-trainer.ts';
import { doubleDescentCsv } from '../../../../exports/double-descent-csv.ts';
import { fileName } from '../../../../exports/file-name.ts';
import { describeDescent } from '../../../../findings/laboratories/double-descent.ts';
import type { NumberSetting } from '../../../../settings/settings.ts';
import { createLaboratoryStore } from '../../../../store/laboratories/laboratory-store.ts';
import type { LaboratoryState } from '../../../../store/laboratories/laboratory-store.ts';
import { oncePerPool } from '../../../../store/laboratories/once-per-pool.ts';
import { useLanePool } from '../../../../store/lane-pool-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { NumberControl } from '../../../../ui/controls/number-control.tsx';
import { RadioGroup } from '../../../../ui/controls/radio-group.tsx';
import { Strip } from '../../../../ui/controls/strip.tsx';
import { saveFile } from '../../../../ui/save-file.ts';
import { Findings } from '../shared/findings.tsx';
import { Laboratory } from '../shared/laboratory.tsx';
import { useLinkedSettings } from '../shared/use-linked-settings.ts';
import shared from '../shared/laboratory.module.css';
import { DescentChartPlace } from './descent-chart-place.tsx';
import type { DescentFigure } from './descent-measure.ts';

const storeOf = oncePerPool(() =>
  createLaboratoryStore(new LaboratoryClient('doubleDescent', spawnTrainer), {
    ...{ trainingExamples: 300, wrongLabelShare: 0.2, lambda: 1e-4, seed: 1 },
  }),
);

const IMAGES: NumberSetting = {
  ...{ kind: 'number', label: 'Training images', symbol: 'n', min: 50, max: 400 },
  ...{ initial: 300, integer: true, scale: 'linear', step: 50 },
};
const WRONG: NumberSetting = {
  ...{ kind: 'number', label: 'Wrong labels in training', min: 0, max: 0.5, initial: 0.2 },
  ...{ scale: 'linear', step: 0.05, unit: '%' },
};
const RIDGE: NumberSetting = {
  ...{ kind: 'number', label: 'Ridge strength', symbol: 'λ', min: 1e-7, max: 1, initial: 1e-4 },
  ...{ scale: 'log', step: 1e-7 },
};

const SEED: NumberSetting = {
  ...{ kind: 'number', label: 'Seed', min: 0, max: 1_000_000, initial: 1, integer: true },
  ...{ scale: 'linear' },
};
const LINKED = { trainingExamples: IMAGES, wrongLabelShare: WRONG, lambda: RIDGE, seed: SEED };

const FIGURES = [
  { value: 'accuracy', label: 'Accuracy' },
  { value: 'squared error', label: 'Squared error' },
] as const;

export function DoubleDescent() {
  const store = storeOf(useLanePool());
  const state = useStore(store);
  const [figure, setFigure] = useState<DescentFigure>('accuracy');
  const { settings, shown, change } = state;
  const linked = useLinkedSettings(LINKED, { ...settings }, change);
  useEffect(() => {
    const { shown: answer, isAsking, ask } = store.getState();
    if (!answer && !isAsking) ask();
  }, [store]);
  return (
    <Laboratory
      linked={linked}
      title="Double descent: more features than images"
      lead="Digits, some with wrong labels, fitted by least squares on p random features. Without ridge the test error falls as p grows, rises to a peak where there are as many features as training images, and falls again."
      settings={
        <>
          <NumberControl
            setting={IMAGES}
            value={settings.trainingExamples}
            onChange={(trainingExamples) => change({ trainingExamples })}
          />
          <NumberControl
            setting={WRONG}
            value={settings.wrongLabelShare}
            onChange={(wrongLabelShare) => change({ wrongLabelShare })}
          />
          <NumberControl
            setting={RIDGE}
            value={settings.lambda}
            onChange={(lambda) => change({ lambda })}
          />
          <RadioGroup legend="Show" options={FIGURES} value={figure} onChange={setFigure} />
          <Button onClick={() => change({ seed: settings.seed + 1 })}>Draw again</Button>
        </>
      }
      note={
        <>
          “Draw again” draws other images, wrong labels and features; this is seed {settings.seed}.
          A feature is max(0, (x − 0.3)·w/8), scaled by √(2/p), with fixed weights w drawn from N(0,
          1). Nothing is trained: each fit is solved in closed form, without ridge as the solution
          with the smallest weights. 500 other images test it.
        </>
      }
    >
      <DescentChartPlace answer={shown} figure={figure} />
      <div className={shared.line}>
        <p className={shared.note} role="status">
          {statusText(state)}
        </p>
        {shown?.isWhole && (
          <Button
            look="quiet"
            className="not-printed not-presented"
            onClick={() =>
              saveFile(
                fileName({ page: 'bias-variance' }, 'double descent', 'csv'),
                'text/csv',
                doubleDescentCsv(shown.settings, shown.parts),
              )
            }
          >
            Figures as CSV
          </Button>
        )}
      </div>
      {state.failure !== null && (
        <Strip tone="alert" actions={<Button onClick={state.ask}>Try again</Button>}>
          {state.failure}
        </Strip>
      )}
      {shown?.isWhole && (
        <Findings
          statements={describeDescent({
            ...{ rows: shown.settings.trainingExamples, lambda: shown.settings.lambda },
            ...{ wrongLabelShare: shown.settings.wrongLabelShare, points: shown.parts },
          })}
        />
      )}
    </Laboratory>
  );
}

function statusText({ shown, isAsking }: LaboratoryState<'doubleDescent'>): string {
  if (!shown) return 'solving …';
  const { trainingExamples, wrongLabelShare, seed } = shown.settings;
  const what = `n = ${trainingExamples}, ${wholePercent(wrongLabelShare)} wrong labels, seed ${seed}`;
  return isAsking && shown.isWhole ? `${what}; solving anew …` : what;
}
