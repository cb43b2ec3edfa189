/** Series in words: for labels, for the readout, for a screen reader. */
import type { ArmStyleInfo } from './arm-style.ts';
import { epochText } from './figure-text.ts';
import type { ChartChange, Measure, Series, Split } from './series-types.ts';

export interface ArmReading {
  readonly arm: ArmStyleInfo;
  readonly validation: number;
  readonly training: number;
}

/** "A val 73 %" */
export function endLabelText(armId: string, split: Split, value: string): string {
  return `${armId} ${split === 'validation' ? 'val' : 'train'} ${value}`;
}

/** "A diverged", as short as the others: the mark on its line shows when. */
export function stopLabelText({ arm, stopped }: Series): string {
  return `${arm.armId} ${stopped === 'stoppedEarly' ? 'stopped' : stopped}`;
}

/** What each arm had at one epoch, NaN where nothing; arms without lines are left out. */
export function readEpoch(series: readonly Series[], epoch: number): readonly ArmReading[] {
  return series
    .filter(({ split }) => split === 'validation')
    .map(({ arm, values }) => {
      const training = series.find(
        (one) => one.arm.armId === arm.armId && one.split === 'training',
      );
      return {
        arm,
        validation: values[epoch] ?? NaN,
        training: training?.values[epoch] ?? NaN,
      };
    });
}

/** The epoch that was put back, in words; several arms may have put back the same. */
export function restoredText({ arm, restored }: Series): string {
  return `${arm.armId} put back epoch ${restored}`;
}

/** "B: dropout 0.5 → 0.2 at epoch 12.4" */
export function changedText({ armId, epoch, text }: ChartChange): string {
  return `${armId === null ? 'All' : armId}: ${text} at epoch ${epochText(epoch)}`;
}

/** What happened at an epoch, in sentences without full stops; a change counts within `reach` epochs. */
export function describeEvents(
  series: readonly Series[],
  changes: readonly ChartChange[],
  [epoch, reach]: readonly [epoch: number, reach: number],
): readonly string[] {
  return [
    ...series.filter(({ restored }) => restored === epoch).map(restoredText),
    ...changes.filter((change) => Math.abs(change.epoch - epoch) <= reach).map(changedText),
  ];
}

/** "Epoch 17. A: validation 81.2 %, training 76.5 %. B: …" */
export function describeEpoch(
  series: readonly Series[],
  measure: Measure<string>,
  epoch: number,
  events: readonly string[] = [],
): string {
  const arms = readEpoch(series, epoch).map(({ arm, validation, training }) =>
    Number.isNaN(validation) && Number.isNaN(training)
      ? `${arm.armId}: stopped`
      : `${arm.armId}: validation ${measure.formatExact(validation)}, training ${measure.formatExact(training)}`,
  );
  return [`Epoch ${epoch}`, ...arms, ...events].join('. ');
}
