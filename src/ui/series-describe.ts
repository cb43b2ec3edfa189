/** Series in words: for labels, for the readout, for a screen reader. */
import type { ArmStyleInfo } from './arm-style.ts';
import type { Measure, Series, Split } from './series-types.ts';

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

/** "Epoch 17. A: validation 81.2 %, training 76.5 %. B: …" */
export function describeEpoch(
  series: readonly Series[],
  measure: Measure<string>,
  epoch: number,
): string {
  const arms = readEpoch(series, epoch).map(({ arm, validation, training }) =>
    Number.isNaN(validation) && Number.isNaN(training)
      ? `${arm.armId}: stopped`
      : `${arm.armId}: validation ${measure.formatExact(validation)}, training ${measure.formatExact(training)}`,
  );
  return `Epoch ${epoch}. ${arms.join('. ')}`;
}
