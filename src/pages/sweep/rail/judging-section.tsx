/** On which rows cells are judged, by which figure, and how often each is trained. */
import { useMemo } from 'react';
import { withCommas } from '../../../base/text/with-commas.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { LaneBase } from '../../../experiment/lane-base.ts';
import type { JudgedEpoch } from '../../../plans/judged-epoch.ts';
import { MOST_FOLDS, MOST_SEEDS, countRestoring, rowsDivided } from '../../../plans/sweep-form.ts';
import type { JudgingForm } from '../../../plans/sweep-form.ts';
import type { NumberSetting } from '../../../settings/settings.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { NumberControl } from '../../../ui/controls/number-control.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { RailChoice } from '../../shared/rail/rail-choice.tsx';
import styles from '../../shared/rail/rail.module.css';

type Method = 'split' | 'folds' | 'leaveOneOut';
const METHODS = [
  { value: 'split', label: 'One split' },
  { value: 'folds', label: 'Folds' },
  { value: 'leaveOneOut', label: 'Leave one out' },
] as const;
const USUAL_FOLDS = 5;
const RESTORED = { value: 'restored', label: 'the restored epoch' } as const;

const FOLDS: NumberSetting = {
  ...{ kind: 'number', label: 'Folds', min: 2, max: MOST_FOLDS, initial: USUAL_FOLDS },
  ...{ integer: true, scale: 'linear', step: 1 },
  hint: 'Training and validation rows are divided into so many parts; each validates once while the others train.',
};
const SEEDS: NumberSetting = {
  ...{ kind: 'number', label: 'Seeds', min: 1, max: MOST_SEEDS, initial: 1 },
  ...{ integer: true, scale: 'linear', step: 1 },
  hint: 'Every cell is trained so many times on each fold, with other first weights, order and masks.',
};

export function JudgingSection() {
  const form = useSweep((state) => state.form);
  const change = useSweep((state) => state.change);
  const { judging, base } = form;
  const isRegression = findDataset(base.data.dataset)?.task === 'regression';
  const set = (next: Partial<JudgingForm>) => change({ judging: { ...judging, ...next } });
  const cellCount = useSweep((state) => state.prepared.cells.length);
  const restoring = useMemo(() => countRestoring(form) ?? 0, [form]);
  const { folds } = judging;
  return (
    <div className={styles.axis}>
      <div className={styles.method}>
        <RadioGroup<Method>
          legend="Method"
          options={METHODS}
          value={folds === null ? 'split' : folds === 'leaveOneOut' ? folds : 'folds'}
          onChange={(method) => set({ folds: foldsOf(method) })}
        />
      </div>
      {typeof folds === 'number' && (
        <NumberControl setting={FOLDS} value={folds} onChange={(next) => set({ folds: next })} />
      )}
      {folds === 'leaveOneOut' && (
        <p className={styles.note}>
          Every one of the {withCommas(rowsDivided(base))} rows validates once, alone.
        </p>
      )}
      <NumberControl setting={SEEDS} value={judging.seeds} onChange={(seeds) => set({ seeds })} />
      {folds === null && judging.seeds > 1 && (
        <CheckBox
          isChecked={base.training.replicateScope === 'everything'}
          onChange={(redraws) => change({ base: withRedraw(base, redraws) })}
        >
          every seed draws its rows anew
        </CheckBox>
      )}
      <RailChoice
        label="Figure"
        options={
          isRegression
            ? [
                { value: 'loss', label: 'MSE' },
                { value: 'rSquared', label: 'R²' },
              ]
            : [
                { value: 'accuracy', label: 'Accuracy' },
                { value: 'loss', label: 'Loss' },
              ]
        }
        value={judging.metric}
        onChange={(metric) => set({ metric })}
      />
      <RailChoice
        label="At"
        options={[
          { value: 'last', label: 'the end' },
          { value: 'best', label: 'the best epoch' },
          ...(restoring > 0 || judging.at === 'restored' ? [RESTORED] : []),
        ]}
        value={judging.at}
        onChange={(at) => set({ at })}
      />
      <EpochNote at={judging.at} restoring={restoring} cells={cellCount} />
      <p className={styles.note}>
        All cells share rows{folds === null ? '' : ', folds'}, first weights, order of batches and
        masks. What is fitted to data, such as scaling, is fitted to the training rows of
        {folds === null ? ' the split' : ' each fold'} alone.
      </p>
    </div>
  );
}

/** Which figures flatter, and which epoch is meant where there is none to go back to. */
function EpochNote({
  at,
  restoring,
  cells,
}: {
  readonly at: JudgedEpoch;
  /** Cells whose training goes back to an earlier epoch. */
  readonly restoring: number;
  readonly cells: number;
}) {
  const text = {
    best: 'The best epoch is chosen on the rows that score it, which flatters every cell.',
    restored: `The epoch that early stopping goes back to is chosen on the rows that score it, which flatters ${restoring < cells ? 'such a cell. The other cells are judged at their last epoch.' : 'every cell.'}`,
    last:
      restoring > 0
        ? 'The last epoch that was trained; that early stopping then goes back to an earlier one does not count.'
        : null,
  }[at];
  return text === null ? null : <p className={styles.note}>{text}</p>;
}

function withRedraw(base: LaneBase, redraws: boolean): LaneBase {
  const replicateScope = redraws ? 'everything' : 'trainingLuck';
  return { ...base, training: { ...base.training, replicateScope } };
}

function foldsOf(method: Method): JudgingForm['folds'] {
  if (method === 'split') return null;
  return method === 'folds' ? USUAL_FOLDS : method;
}
