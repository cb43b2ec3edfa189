/** Weights along the strengths of a penalty: a line a feature, and dots for the closed form. */
import { useMemo } from 'react';
import { armStyle } from '../../../ui/arm-style.ts';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
} from '../../../ui/chart/axis/series-format.ts';
import { settingAxis } from '../../../ui/chart/axis/setting-axis.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { LineKind, Measure } from '../../../ui/chart/data/series-types.ts';
import { ValueChart } from '../../../ui/chart/value-chart.tsx';

interface Path {
  readonly name: string;
  readonly trained: readonly number[];
  readonly closedForm: readonly number[] | null;
}

interface PathChartProps {
  readonly title: string;
  readonly paths: readonly Path[];
  /** Of the values of the axis. */
  readonly labels: readonly string[];
  readonly axisName: string;
  /** The same in a sentence. */
  readonly axisNoun: string;
}

/** The largest paths look as arms do; the others are thin and grey. */
const LARGEST = ['A', 'B', 'C', 'D', 'E', 'F'];

const TRAINED: LineKind = {
  ...{ name: 'trained', short: '', legend: 'trained', look: 'owner' },
};
const CLOSED_FORM: LineKind = {
  ...{ name: 'closed form', short: '', legend: 'closed form', look: 'solid' },
  ...{ points: 'hollow', hasNoLine: true },
};

const WEIGHTS: Measure = {
  ...{ noun: 'weight', lines: [TRAINED], best: null, widest: -0.88 },
  formatShort: (weight, _, more) => formatLossShort(weight, 2 + more),
  // That a weight is 0 is what L1 is for.
  formatExact: (weight) => (weight === 0 ? '0' : formatLoss(weight, 3)),
  formatSpread: (deviation) => formatLoss(deviation, 3),
  formatTick: formatLossTick,
  domain: {
    ...{ initial: [0, 1], floor: null, ceiling: null, smallestSpan: 1e-3, settled: 0 },
    ...{ holdsZero: true, cutOff: Infinity, isOfValues: true },
  },
};
const WITH_CLOSED_FORM: Measure = { ...WEIGHTS, lines: [TRAINED, CLOSED_FORM] };

export function PathChart({ title, paths, labels, axisName, axisNoun }: PathChartProps) {
  const lines = useMemo(() => linesOf(paths), [paths]);
  const axis = useMemo(
    () =>
      settingAxis({
        ...{ id: 'strengths of paths', title: axisName, name: axisNoun },
        ...{ scale: 'ordinal', values: [...labels.keys()] },
        text: (place) => labels[place] ?? '',
      }),
    [labels, axisName, axisNoun],
  );
  const smaller = paths.length - LARGEST.length;
  return (
    <ValueChart
      {...{ title, axis, lines }}
      measure={paths.some(({ closedForm }) => closedForm) ? WITH_CLOSED_FORM : WEIGHTS}
      notes={smaller > 0 ? [`${smaller} smaller ones in grey; the table has all`] : []}
    />
  );
}

function linesOf(paths: readonly Path[]) {
  const reach = ({ trained }: Path) =>
    Math.max(0, ...trained.filter(Number.isFinite).map(Math.abs));
  const largest = paths.toSorted((a, b) => reach(b) - reach(a)).slice(0, LARGEST.length);
  return paths.flatMap((path) => {
    const owner = ownerOf(path.name, largest.indexOf(path));
    const trained = { owner, kind: TRAINED, values: path.trained };
    const { closedForm } = path;
    return closedForm ? [trained, { owner, kind: CLOSED_FORM, values: closedForm }] : [trained];
  });
}

/** `rank`: among the largest; -1: it is none of them. */
function ownerOf(name: string, rank: number): LineOwner {
  const look = armStyle(LARGEST[rank] ?? '');
  const isMinor = rank < 0;
  return {
    ...{ id: name, label: name, name, isMinor },
    ...(isMinor ? { ...look, color: 'var(--line-strong)', dash: '0' } : look),
  };
}
