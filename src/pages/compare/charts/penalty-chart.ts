/** What L1, L2 and elastic net add to the loss while training, epoch by epoch; other methods add nothing. */
import type { Experiment } from '../../../experiment/experiment.ts';
import type { FigureName } from '../../../figures/figures.ts';
import { activeRegularizers, inSentence, joinWords } from '../../../experiment/arm-name.ts';
import { REGULARIZER_ENTRIES, regularizerById } from '../../../experiment/regularizers.ts';
import {
  formatSmall,
  formatSmallShort,
  formatSmallTick,
} from '../../../ui/chart/axis/series-format.ts';
import type { RunMeasure } from '../../../ui/chart/data/run-source.ts';
import type { CurveKind } from './curve-kind.ts';

const PENALTIES = REGULARIZER_ENTRIES.filter(({ hasPenalty }) => hasPenalty).map(({ label }) =>
  inSentence(label),
);

const PENALTY: RunMeasure<FigureName> = {
  noun: 'penalty',
  lines: [
    {
      ...{ name: 'penalty', short: '', legend: 'added to the data loss while training' },
      ...{ look: 'solid', figure: 'penalty' },
    },
  ],
  best: null,
  formatShort: (penalty) => formatSmallShort(penalty),
  formatExact: formatSmall,
  formatSpread: formatSmall,
  widest: 0.0088,
  formatTick: formatSmallTick,
  domain: {
    initial: [0, 1],
    floor: 0,
    ceiling: null,
    smallestSpan: 1e-4,
    settled: 0,
    cutOff: 1e6,
  },
  allZero: `No arm has a penalty. Of all methods only ${joinWords(PENALTIES)} add one to the loss.`,
};

export const penaltyChart: CurveKind = {
  chart: 'penalty',
  title: 'Penalty',
  measure: () => PENALTY,
  notes: withoutPenalty,
};

/** "none in A and B: dropout and weight decay act without one" */
function withoutPenalty({ arms }: Experiment): readonly string[] {
  const active = arms.map(({ id, regularizers }) => ({
    id,
    entries: activeRegularizers(regularizers).map(regularizerById),
  }));
  const without = active.filter(({ entries }) => !entries.some(({ hasPenalty }) => hasPenalty));
  if (without.length === 0) return [];
  const others = without.flatMap(({ entries }) => entries.map(({ label }) => inSentence(label)));
  const methods = [...new Set(others)];
  const act = methods.length === 1 ? 'acts' : 'act';
  const why = methods.length === 0 ? '' : `: ${joinWords(methods)} ${act} without one`;
  return [`none in ${joinWords(without.map(({ id }) => id))}${why}`];
}
