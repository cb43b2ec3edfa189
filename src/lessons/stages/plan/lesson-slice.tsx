/** Means of validation and training along an axis, and what was sketched of them. */
import { useMemo } from 'react';
import { inSentence } from '../../../experiment/arm-name.ts';
import {
  SWEEP_OWNER,
  TRAINING,
  VALIDATION,
  sweepMeasure,
} from '../../../pages/sweep/results/sweep-measure.ts';
import { axisLabel, axisValueText, metricWords } from '../../../plans/sweep-words.ts';
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import type { AxisValue } from '../../../plans/sweep-settings.ts';
import type { Sweep, SweepSummary } from '../../../plans/sweep.ts';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import { armStyle } from '../../../ui/arm-style.ts';
import { settingAxis } from '../../../ui/chart/axis/setting-axis.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { ValueLine } from '../../../ui/chart/data/series-of-lines.ts';
import type { LineKind } from '../../../ui/chart/data/series-types.ts';
import { ValueChart } from '../../../ui/chart/value-chart.tsx';
import { cellAt, testMean, trainingMean, validationMean } from '../../lesson/sweep-figures.ts';
import { useSession } from '../../session/session-context.tsx';
import run from '../run/run-stage.module.css';
import { sketchLine } from './sketch-line.ts';

interface LessonSliceProps {
  readonly sweep: Sweep;
  readonly summary: SweepSummary;
  readonly lineNames: readonly string[] | undefined;
  /** The test set was opened. */
  readonly hasTest: boolean;
}

const ORDERED: readonly [LineKind, LineKind] = [
  { ...VALIDATION, points: 'filled' },
  { ...TRAINING, points: 'hollow' },
];
/** No line leads from one arm to the next. */
const UNORDERED: readonly [LineKind, LineKind] = [
  { ...ORDERED[0], hasNoLine: true },
  { ...ORDERED[1], hasNoLine: true },
];
const TEST = { name: 'test', short: 'test', legend: 'test', look: 'dotted' } as const;
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

export function LessonSlice({ sweep, summary, lineNames, hasTest }: LessonSliceProps) {
  const questions = useSession((state) => state.questions);
  const answers = useSession((state) => state.answers);
  const [across, lines] = sweep.axes;
  const words = metricWords(sweep);
  const setting = across?.setting ?? '';
  const values = useMemo(() => across?.values ?? [], [across]);
  const axis = useMemo(
    () =>
      settingAxis({
        ...{ id: `lesson along ${setting}`, title: axisName(setting) },
        ...{ name: inSentence(axisName(setting)) },
        ...{ scale: 'ordinal', values: [...values.keys()] },
        text: (place) => valueText(sweep, setting, values[place] ?? ''),
      }),
    [sweep, setting, values],
  );
  const isOrdered = setting !== ARMS_AXIS;
  const [kind, otherKind] = isOrdered ? ORDERED : UNORDERED;
  const besidesKind: LineKind = hasTest ? { ...otherKind, ...TEST } : otherKind;
  const drawn: ValueLine[] = (lines?.values ?? [null]).flatMap((value, second) => {
    const owner =
      lines && value !== null
        ? ownerOf(second, lineNames?.[second] ?? axisValueText(sweep, lines.setting, value))
        : SWEEP_OWNER;
    const cells = values.map((_, first) => cellAt(summary, first, second));
    const means = { owner, kind, values: cells.map(validationMean) };
    // Of several lines the training means would say too much at once.
    if (lines) return [means];
    const others = cells.map(hasTest ? testMean : trainingMean);
    return [means, { owner, kind: besidesKind, values: others }];
  });
  const sketch = sketchLine({ questions, answers }, values.length);
  const kinds = lines ? [kind] : [kind, besidesKind];
  const shown = [...kinds, ...(sketch ? [sketch.kind] : [])];
  const isShare = words.name === 'accuracy';
  return (
    <>
      {lines && <LineKey owners={drawn.map(({ owner }) => owner)} />}
      <ValueChart
        title={`${words.title} by ${inSentence(axisName(setting))}`}
        axis={axis}
        measure={sweepMeasure({ name: words.name, format: words.format, isShare }, shown)}
        lines={sketch ? [...drawn, sketch] : drawn}
      />
    </>
  );
}

/** Which letter is which value of the second setting. */
function LineKey({ owners }: { readonly owners: readonly LineOwner[] }) {
  return (
    <ul className={run.armKey} aria-label="Lines">
      {owners.map(({ id, label, name }) => (
        <li key={id}>
          <ArmMarker armId={id} />
          <span>{`${label} · ${name}`}</span>
        </li>
      ))}
    </ul>
  );
}

/** Arms are the candidates of a lesson, and none of Compare's. */
function axisName(setting: string): string {
  return setting === ARMS_AXIS ? 'Regularizer' : axisLabel(setting);
}

/** Arms by their names: they have no cards here that letters could stand for. */
function valueText(sweep: Sweep, setting: string, value: AxisValue): string {
  const arm = setting === ARMS_AXIS && sweep.arms?.find(({ id }) => id === value);
  return arm ? arm.label : axisValueText(sweep, setting, value);
}

function ownerOf(index: number, name: string): LineOwner {
  const letter = LETTERS[index] ?? 'F';
  return { id: letter, label: letter, name, ...armStyle(letter) };
}
