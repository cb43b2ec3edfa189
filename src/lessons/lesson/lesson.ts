/**
 * What a lesson is: parts, each of them something to predict, to run and to have explained. A lesson is a folder in
 * `course/` with its parts in lesson.ts and its words in text.mdx, and a line in course/lessons.ts.
 */
import type { DescentPoint } from '../../closed-forms/double-descent.ts';
import type { TwoWeights } from '../../closed-forms/two-weights.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { BiasVariance, BiasVarianceSummary } from '../../plans/bias-variance.ts';
import type { DropoutScaling } from '../../plans/dropout-scaling.ts';
import type { Sweep, SweepSummary } from '../../plans/sweep.ts';
import type {
  DecayPoint,
  DecaySettings,
  DescentSettings,
} from '../../protocol/laboratory-messages.ts';
import type { Pace } from '../../protocol/messages.ts';
import type { ChartId } from '../../store/compare/chart-state.ts';
import type { Evidence } from './evidence.ts';
import type { QuotedView, RunFigures } from './run-figures.ts';

export interface Lesson {
  /** In its address: "#/lessons/learning-by-heart". */
  readonly id: string;
  readonly title: string;
  /** What it asks, in a line, for the list of lessons. */
  readonly question: string;
  readonly minutes: number;
  /** Each once, in their order. */
  readonly parts: readonly LessonPart[];
  readonly teacher: TeacherNote;
}

/** For half a page: what a teacher needs to know before the class does. */
export interface TeacherNote {
  /** What to ask the class, beside the question on the page. */
  readonly ask: string;
  /** What a class usually gets wrong. */
  readonly misconception: string;
  readonly answer: string;
  /** What to do when it comes out otherwise. */
  readonly otherwise: string;
}

export type LessonPart =
  | RunPart
  | RecordedPart
  | SweepPart
  | BiasVariancePart
  | ScalingPart
  | DescentPart
  | DecayPathsPart
  | TwoWeightsPart;

interface AnyPart<Material> extends Evidence<Material> {
  /** Its words in text.mdx: `<Part id="…">`. */
  readonly id: string;
  readonly title: string;
  /** Claims of tests/effects that hold what the text says besides its own claims: "P21". */
  readonly heldBy: readonly string[];
  /** Too slow for every run of the tests: `npm run effects` holds its claims. */
  readonly isSlow?: boolean;
}

/** An experiment of Compare, trained as one watches. */
export interface RunPart extends AnyPart<RunFigures> {
  readonly kind: 'run';
  readonly experiment: Experiment;
  /** It trains by itself up to this epoch, and asks there; 0: it asks of untrained networks. */
  readonly askAt: number;
  readonly pace: Pace;
  readonly chart: ChartId;
  /** Of the microscope; absent: none. */
  readonly panel?: string;
  /** Pictures of the trained networks that the text quotes, of the panel or besides. */
  readonly views?: readonly QuotedView[];
  /** The picture of the data, where they have one, beside the chart. */
  readonly showsData?: boolean;
  /** How many of the wrong labels are believed. */
  readonly countsWrongLabels?: boolean;
  /** Settings that can be changed once it is explained: "data.wrongLabelShare". */
  readonly controls: readonly SharedSetting[];
  readonly tryIt: TryIt;
}

/** An experiment that takes too long to wait for, recorded by this engine. */
export interface RecordedPart extends AnyPart<RunFigures> {
  readonly kind: 'recorded';
  readonly experiment: Experiment;
  /** Its record, in public/lessons. */
  readonly file: string;
  /** How long it trains, in words: "about two minutes". */
  readonly takes: string;
  readonly pace: Pace;
  readonly chart: ChartId;
  readonly panel?: string;
  readonly reference: Reference;
}

/** The same experiment in another program, over seeds. */
export interface Reference {
  /** "PyTorch 1.13, 3 seeds" */
  readonly program: string;
  /** Validation accuracy at the end, in the order of the arms. */
  readonly arms: readonly { readonly mean: number; readonly deviation: number }[];
  /** What it shows, in a sentence. */
  readonly note: string;
}

/** A setting that all arms share, by its group and key. */
export type SharedSetting = `${'data' | 'network' | 'training'}.${string}`;

/** Changes one thing, and trains. */
export interface TryIt {
  /** "Set wrong labels to 0 %" */
  readonly label: string;
  readonly change: (experiment: Experiment) => Experiment;
}

/** A sweep along one setting, trained at once. */
export interface SweepPart extends AnyPart<SweepSummary> {
  readonly kind: 'sweep';
  readonly sweep: Sweep;
  /** What each value of the second setting is called, where that has lines of its own: "with batch norm". */
  readonly lineNames?: readonly string[];
  /** The sealed test set is opened for every network, and drawn beside what was validated. */
  readonly opensTest?: boolean;
}

/** Networks on many training sets. */
export interface BiasVariancePart extends AnyPart<BiasVarianceSummary> {
  readonly kind: 'biasVariance';
  readonly plan: BiasVariance;
}

/** One network that is measured under three rules of scaling at inference; null: it diverged. */
export interface ScalingPart extends AnyPart<DropoutScaling | null> {
  readonly kind: 'scaling';
  /** p: the share of hidden units that a training step drops. */
  readonly rate: number;
}

/** Least squares on more and more random features. */
export interface DescentPart extends AnyPart<readonly DescentPoint[]> {
  readonly kind: 'descent';
  readonly settings: Omit<DescentSettings, 'seed'>;
}

/** Adam with L2 beside AdamW; nothing of it is drawn at random. */
export interface DecayPathsPart extends AnyPart<readonly DecayPoint[]> {
  readonly kind: 'decayPaths';
  readonly settings: DecaySettings;
}

/** Two weights with L1 and with L2: computed as one looks. */
export interface TwoWeightsPart extends AnyPart<null> {
  readonly kind: 'twoWeights';
  /** Of the loss alone. */
  readonly minimum: TwoWeights;
  /** The strength that is asked about. */
  readonly lambda: number;
}
