/** Means of validation and training along an axis, and what was sketched of them. */
import { useMemo } from 'react';
import { inSentence } from '../../../experiment/arm-name.ts';
import {
  SWEEP_OWNER,
  TRAINING,
  VALIDATION,
  sweepMeasure,
} from '../../../pages/sweep/results/sweep-measure.ts';
import {
  axisLabel,
  axisValueText,
  metricWords,
  shortValueText,
} from '../../../plans/sweep-words.ts';
import type { Sweep, SweepSummary } from '../../../plans/sweep.ts';
import { armStyle } from '../../../ui/arm-style.ts';
import { settingAxis } from '../../../ui/chart/axis/setting-axis.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { ValueLine } from '../../../ui/chart/data/series-of-lines.ts';
import type { LineKind } from '../../../ui/chart/data/series-types.ts';
import { ValueChart } from '../../../ui/chart/value-chart.tsx';
import { cellAt, trainingMean, validationMean } from '../../lesson/sweep-figures.ts';
import { useSession } from '../../session/session-context.tsx';
import { sketchLine } from './sketch-line.ts';

interface LessonSliceProps {
  readonly sweep: Sweep;
  readonly summary: SweepSummary;
}

const MEAN: LineKind = { ...VALIDATION, points: 'filled' };
const TRAINING_MEAN: LineKind = { ...TRAINING, points: 'hollow' };
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

export function LessonSlice({ sweep, summary }: LessonSliceProps) {
  const questions = useSession((state) => state.questions);
  const answers = useSession((state) => state.answers);
  const [across, lines] = sweep.axes;
  const words = metricWords(sweep);
  const setting = across?.setting ?? '';
  const values = useMemo(() => across?.values ?? [], [across]);
  const axis = useMemo(
    () =>
      settingAxis({
        ...{ id: `lesson along ${setting}`, title: axisLabel(setting) },
        ...{ name: inSentence(axisLabel(setting)) },
        ...{ scale: 'ordinal', values: [...values.keys()] },
        text: (place) => shortValueText(sweep, setting, values[place] ?? ''),
      }),
    [sweep, setting, values],
  );
  const drawn: ValueLine[] = (lines?.values ?? [null]).flatMap((value, second) => {
    const owner =
      lines && value !== null
        ? ownerOf(
            second,
            `${axisLabel(lines.setting)}: ${axisValueText(sweep, lines.setting, value)}`,
          )
        : SWEEP_OWNER;
    const cells = values.map((_, first) => cellAt(summary, first, second));
    const means = { owner, kind: MEAN, values: cells.map(validationMean) };
    // Of several lines the training means would say too much at once.
    return lines
      ? [means]
      : [means, { owner, kind: TRAINING_MEAN, values: cells.map(trainingMean) }];
  });
  const sketch = sketchLine({ questions, answers }, values.length);
  const kinds = sketch ? [MEAN, TRAINING_MEAN, sketch.kind] : [MEAN, TRAINING_MEAN];
  const isShare = words.name === 'accuracy';
  return (
    <ValueChart
      title={`${words.title} by ${inSentence(axisLabel(setting))}`}
      axis={axis}
      measure={sweepMeasure({ name: words.name, format: words.format, isShare }, kinds)}
      lines={sketch ? [...drawn, sketch] : drawn}
    />
  );
}

function ownerOf(index: number, name: string): LineOwner {
  const letter = LETTERS[index] ?? 'F';
  return { id: letter, label: letter, name, ...armStyle(letter) };
}
