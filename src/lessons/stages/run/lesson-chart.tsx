/** The chart of a lesson's run: what is best is marked, and what was predicted drawn, once the prediction is locked. */
import { useMemo } from 'react';
import { armOwner } from '../../../pages/compare/charts/arm-owner.ts';
import type { CurveKind } from '../../../pages/compare/charts/curve-kind.ts';
import { CURVE_KINDS } from '../../../pages/compare/charts/curve-kinds.ts';
import { CurveChart, LateChart } from '../../../pages/compare/charts/late-chart.tsx';
import { useDataPicture } from '../../../pages/compare/data-pictures/data-pictures.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import type { Prediction } from '../../../ui/chart/data/series-types.ts';
import { Guarded } from '../../../ui/guarded.tsx';
import type { RunPart } from '../../lesson/lesson.ts';
import type { LessonSession } from '../../session/lesson-session.ts';
import { useSession } from '../../session/session-context.tsx';
import styles from './run-stage.module.css';

/** What the chart needs to know of a part. */
type ChartedPart = Pick<RunPart, 'chart'> & Partial<Pick<RunPart, 'askAt' | 'showsData'>>;

export function LessonChart({ part }: { readonly part: ChartedPart }) {
  const history = usePlayground((state) => state.history);
  const { arms, training, data } = usePlayground(shownExperiment);
  const step = useSession((state) => state.step);
  const questions = useSession((state) => state.questions);
  const answers = useSession((state) => state.answers);
  const owners = useMemo(
    // One that is alone needs no letter.
    () => arms.map(armOwner).map((owner) => (arms.length === 1 ? { ...owner, label: '' } : owner)),
    [arms],
  );
  const whole = CURVE_KINDS[part.chart];
  const kind = useMemo(() => (step === 'predict' ? withoutBest(whole) : whole), [step, whole]);
  const { epochs } = training;
  const prediction = useMemo(
    () => predictionOf({ questions, answers }, epochs),
    [questions, answers, epochs],
  );
  const { askAt = 0 } = part;
  const marked = useMemo(
    () =>
      askAt > 0 && questions.length > 0
        ? [{ at: askAt, label: 'question', labelAt: 'bottom' as const }]
        : [],
    [askAt, questions],
  );
  const picture = useDataPicture();
  return (
    <div className={styles.charts} data-watched="true">
      {part.showsData === true && picture && step !== 'predict' && (
        <Guarded name={picture.label}>
          <picture.Picture />
        </Guarded>
      )}
      <LateChart name={kind.title}>
        <CurveChart
          {...{ kind, history, owners, epochs, marked, prediction }}
          wrongLabels={data.wrongLabelShare > 0}
        />
      </LateChart>
    </div>
  );
}

function withoutBest(kind: CurveKind): CurveKind {
  return { ...kind, measure: (choice) => ({ ...kind.measure(choice), best: null }) };
}

/** Where the chosen answer says that the line ends; undefined: no answer can be drawn. */
function predictionOf(
  { questions, answers }: Pick<LessonSession, 'questions' | 'answers'>,
  epochs: number,
): Prediction | undefined {
  for (const { id, form } of questions) {
    if (form.kind !== 'choice') continue;
    const option = form.options.find((one) => one.id === answers[id]);
    if (!option?.band) continue;
    const [low, high] = option.band;
    return {
      ...{ from: Math.round(0.76 * epochs), to: epochs, low, high },
      label: 'your prediction',
    };
  }
  return undefined;
}
