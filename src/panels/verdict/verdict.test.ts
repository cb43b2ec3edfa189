import { describe, expect, it } from 'vitest';
import { LaneHistory } from '../../client/run-history.ts';
import { wrongLabels } from '../../presets/wrong-labels.ts';
import type { ArmId } from '../../protocol/experiment.ts';
import { FIGURE_COUNT, FIGURE_INDEX } from '../../protocol/figures.ts';
import type { FigureName } from '../../protocol/figures.ts';
import { lookFor } from './look-for.ts';
import { writeVerdict } from './verdict.ts';
import type { VerdictMaterial } from './verdict.ts';

type Curves = Partial<Record<FigureName, (epoch: number) => number>>;

/** A lane of 50 epochs with made-up curves. */
function lane(armId: ArmId, curves: Curves, epochs = 50): LaneHistory {
  const history = new LaneHistory({ armId, replicate: 0, fold: 0, parameterCount: 19210 });
  const rows = new Float64Array((epochs + 1) * FIGURE_COUNT).fill(NaN);
  for (let epoch = 0; epoch <= epochs; epoch++) {
    for (const [name, curve] of Object.entries({ epoch: (e: number) => e, ...curves }))
      rows[epoch * FIGURE_COUNT + FIGURE_INDEX[name as FigureName]] = curve(epoch);
  }
  history.append({
    lane: 0,
    rows,
    current: null,
    liarAnswers: new Int32Array(0),
    allTrainingRows: null,
    end: null,
    restoredEpoch: null,
  });
  return history;
}

const towards = (from: number, to: number) => (epoch: number) => from + ((to - from) * epoch) / 50;
/** Falls to `low` at epoch 17, then rises to `end`. */
const valley = (low: number, end: number) => (epoch: number) =>
  epoch <= 17 ? 2.3 + ((low - 2.3) * epoch) / 17 : low + ((end - low) * (epoch - 17)) / 33;

const falling: Curves = {
  validationAccuracy: (e) => (e < 10 ? 0.1 + 0.078 * e : 0.88 - 0.0029 * (e - 10)),
  validationLoss: valley(0.63, 0.86),
  trainingAccuracy: towards(0.1, 0.98),
  trainingLoss: towards(2.3, 0.14),
  wrongLabelsBelieved: towards(12, 114),
  wrongLabelsSeenThrough: towards(12, 3),
};
const steady: Curves = {
  validationAccuracy: towards(0.1, 0.92),
  validationLoss: towards(2.3, 0.6),
  trainingAccuracy: towards(0.1, 0.74),
  trainingLoss: towards(2.3, 0.87),
  wrongLabelsBelieved: towards(12, 19),
  wrongLabelsSeenThrough: towards(12, 95),
};

const RUN = { validationRows: 500, trainingRows: 400, wrongLabels: 120, wrongLabelsWatched: 120 };
const { experiment } = wrongLabels;

function verdict(
  lanes: readonly LaneHistory[],
  run = RUN,
  liveChanges: VerdictMaterial['liveChanges'] = [],
) {
  const words = { noun: 'images', classNoun: 'digit' };
  const statements = writeVerdict({ experiment, run, lanes, liveChanges, ...words });
  return statements.map(({ lead, text }) => `${lead} ${text}`.trim());
}

const NONE_WRONG = { ...RUN, wrongLabels: 0, wrongLabelsWatched: 0 };

describe('verdict of one run an arm', () => {
  it('compares, warns of overfitting, and counts wrong labels', () => {
    expect(verdict([lane('A', falling), lane('B', steady)])).toEqual([
      'One run: B ends at 92.0, A at 76.4 % on the same 500 images. Another seed may differ; try a few to judge.',
      'A overfits after epoch 17: validation loss 0.63 → 0.86 while training loss still falls.',
      'Of 120 wrong labels A repeats 114, B 19; for 95 of them B gives the true digit. B’s training accuracy (74 %) is below its validation accuracy (92 %) since 30 % of its training labels are wrong and none of the validation labels.',
    ]);
  });

  it.each([
    ['equal', 0.92, '500 images cannot tell these apart.'],
    ['three images apart', 0.926, '500 images cannot tell these apart.'],
    ['within reach of chance', 0.936, '500 images may be too few to tell these apart.'],
  ])('does not rank what is %s', (_, other, words) => {
    const near = { ...steady, validationAccuracy: towards(0.1, other) };
    const [first] = verdict([lane('A', steady), lane('B', near)], NONE_WRONG);
    expect(first).toContain(words);
    expect(first).not.toContain('better');
  });

  it('says less about one arm', () => {
    expect(verdict([lane('A', steady)], NONE_WRONG)).toEqual([
      'One run: A ends at 92.0 % on 500 validation images.',
    ]);
  });

  it('says that accuracy held where only the loss rose', () => {
    const surer = { ...falling, validationAccuracy: (e: number) => (e < 10 ? 0.08 * e : 0.88) };
    expect(verdict([lane('A', surer)], NONE_WRONG)[1]).toBe(
      'A overfits after epoch 17: validation loss 0.63 → 0.86 while training loss still falls. Its accuracy does not fall: it grows surer of its mistakes.',
    );
  });

  it.each<[string, Curves]>([
    ['the rise is within the wobble', { validationLoss: (e) => 0.63 + 0.1 * (e % 2) + 0.001 * e }],
    ['the rise is below 5 %', { validationLoss: valley(0.63, 0.65) }],
    ['training loss rises too', { trainingLoss: valley(0.5, 0.9) }],
    [
      'the best epoch is among the last',
      { validationLoss: (e) => (e < 47 ? 2.3 - 0.03 * e : 1.5) },
    ],
  ])('claims no overfitting when %s', (_, curves) => {
    const statements = verdict([lane('A', { ...falling, ...curves })], NONE_WRONG);
    expect(statements.filter((statement) => statement.includes('overfits'))).toEqual([]);
  });

  it('speaks of many overfitting arms at once', () => {
    const lanes = (['A', 'B', 'C'] as const).map((id) => lane(id, falling));
    const statements = verdict(lanes, NONE_WRONG).filter((one) => one.includes('overfit'));
    expect(statements).toEqual([
      'A, B and C overfit: validation loss rises after epoch 17 while training loss still falls.',
    ]);
  });

  it('leaves a diverged arm out of the comparison', () => {
    const diverged = lane('B', steady, 2);
    diverged.end = { kind: 'diverged', epoch: 2, message: '' };
    const statements = verdict([lane('A', steady), diverged], NONE_WRONG);
    expect(statements).toEqual([
      'One run: A ends at 92.0 % on 500 validation images.',
      'B diverged in epoch 2 (learning rate 0.005). Its figures are left out; nothing follows about it at other rates.',
    ]);
    const change = { armId: null, setting: 'learning rate', from: '0.01', to: '0.005', madeAt: 0 };
    expect(verdict([diverged], NONE_WRONG, [{ ...change, epoch: 30 }])[0]).toContain('rate 0.01)');
    expect(verdict([diverged], NONE_WRONG, [{ ...change, epoch: 1.5 }])[0]).toContain(
      'rate 0.005)',
    );
  });

  it('tells what early stopping did, and compares the epoch that was put back', () => {
    const stopped = lane('A', falling, 19);
    stopped.end = { kind: 'stoppedEarly', epoch: 19, message: '' };
    stopped.restoredEpoch = 14;
    const statements = verdict([stopped, lane('B', steady)], NONE_WRONG);
    expect(statements[0]).toContain('B ends at 92.0, A at 86.8 %');
    expect(statements[1]).toBe(
      'A stopped at epoch 19 and put back epoch 14, validation loss 0.92. That epoch was chosen on these images, so the figure flatters.',
    );
    expect(statements).toHaveLength(2);
  });

  it('tells of an epoch put back after the last one', () => {
    const restored = lane('A', falling);
    restored.restoredEpoch = 17;
    const statements = verdict([restored, lane('B', steady)], NONE_WRONG);
    expect(statements[1]).toBe(
      'A put back epoch 17, validation loss 0.63. That epoch was chosen on these images, so the figure flatters.',
    );
    expect(statements).toHaveLength(2);
  });

  it('says which wrong labels were looked at when not all were', () => {
    const [, , third] = verdict([lane('A', falling), lane('B', steady)], {
      ...RUN,
      wrongLabels: 18000,
    });
    expect(third).toMatch(/^Of 120 wrong labels looked at A repeats 114/);
  });

  it('compares losses in regression', () => {
    const regression = (end: number): Curves => ({
      validationLoss: towards(2, end),
      trainingLoss: towards(2, 0.1),
    });
    const [first] = verdict([lane('A', regression(0.5)), lane('B', regression(0.25))], NONE_WRONG);
    expect(first).toContain('validation loss ends for B at 0.250, A at 0.500');
  });

  it('says nothing of a run that did not begin', () => {
    expect(verdict([lane('A', steady, 0)], NONE_WRONG)).toEqual([]);
  });
});

describe('what to look for', () => {
  it('depends on the labels and the arms', () => {
    expect(lookFor(experiment)).toContain('wrong labels believed');
    const trueOnes = { ...experiment, data: { ...experiment.data, wrongLabelShare: 0 } };
    expect(lookFor(trueOnes)).toContain('wobble');
    expect(lookFor({ ...trueOnes, arms: trueOnes.arms.slice(0, 1) })).toContain('gap');
  });
});
