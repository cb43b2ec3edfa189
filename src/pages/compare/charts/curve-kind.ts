/**
 * A chart of curves: which figures of a run it shows, and how they are written. One folder a kind; all are
 * drawn by curve-chart.tsx.
 */
import type { ComponentType } from 'react';
import type { Experiment } from '../../../experiment/experiment.ts';
import type { FigureName } from '../../../figures/figures.ts';
import type { ChartId } from '../../../store/compare/chart-state.ts';
import type { RunMeasure } from '../../../ui/chart/data/run-source.ts';

export interface CurveKind {
  readonly chart: ChartId;
  /** Also the accessible name of its figure. */
  readonly title: string;
  /** One of the kind's constants, so that equal choices give the same object. */
  readonly measure: (choice: CurveChoice) => RunMeasure<FigureName>;
  /** It has a line of training against the true labels. */
  readonly hasTrueLabels?: boolean;
  /** What a reader must know of it with these arms. */
  readonly notes?: (experiment: Experiment) => readonly string[];
  /** A choice that only this kind has, where there is an accuracy; beside its legend. */
  readonly Choice?: ComponentType;
}

/** The parts of the run and of the settings that decide what is measured. */
export interface CurveChoice {
  readonly isClassification: boolean;
  readonly gapOf: 'loss' | 'accuracy';
  /** The line against true labels is wanted, and labels are wrong. */
  readonly showsTrueLabels: boolean;
}
