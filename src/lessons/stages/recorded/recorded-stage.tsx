/**
 * A run that takes too long to wait for: it was recorded by the same engine, and is shown at once, marked as recorded.
 * Whoever wants to can have it trained here.
 */
import { useEffect, useMemo, useState } from 'react';
import { spawnTrainer } from '../../../client/spawn-trainer.ts';
import { RunStrips } from '../../../pages/compare/transport/run-strips.tsx';
import { Progress } from '../../../pages/compare/transport/progress.tsx';
import { TrainButton } from '../../../pages/compare/transport/train-button.tsx';
import { TRAIN_BUTTON_ID } from '../../../pages/compare/transport/train-button-id.ts';
import {
  PlaygroundProvider,
  usePlayground,
  usePlaygroundStore,
} from '../../../store/playground-context.tsx';
import type { PlaygroundStore } from '../../../store/playground.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Strip } from '../../../ui/controls/strip.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { outcomeOf } from '../../lesson/evidence.ts';
import { askedQuestion } from '../../lesson/question.ts';
import type { RecordedPart } from '../../lesson/lesson.ts';
import { runFiguresOf } from '../../lesson/run-figures.ts';
import { useSession, useSessionStore } from '../../session/session-context.tsx';
import plan from '../plan/plan-stage.module.css';
import { LessonChart } from '../run/lesson-chart.tsx';
import { createLessonRun } from '../run/lesson-run.ts';
import type { LessonRun } from '../run/lesson-run.ts';
import { OpenInCompare } from '../run/open-in-compare.tsx';
import run from '../run/run-stage.module.css';
import { KerasLog } from './keras-log.tsx';
import { loadRecord } from './load-record.ts';
import { ReferenceTable } from './reference-table.tsx';

export function RecordedStage({ part }: { readonly part: RecordedPart }) {
  const page = usePlaygroundStore();
  const seed = useSession((state) => state.seed);
  const step = useSession((state) => state.step);
  const [lessonRun] = useState(() => createLessonRun({ part, seed, page, spawn: spawnTrainer }));
  const failure = useRecord(part, lessonRun.store);
  useEffect(() => () => lessonRun.close(), [lessonRun]);
  if (step === 'predict')
    return <p className={plan.empty}>A run that was recorded waits for your prediction.</p>;
  return (
    <PlaygroundProvider store={lessonRun.store}>
      <Line {...{ part, lessonRun, pageStore: page }} />
      {failure !== null && <Failure text={failure} />}
      <RunStrips />
      <LessonChart part={part} />
      <Guarded name="The log">
        <KerasLog />
      </Guarded>
      <ReferenceTable reference={part.reference} />
    </PlaygroundProvider>
  );
}

/** Shows the record once the prediction is locked, and tells what came of it. */
function useRecord(part: RecordedPart, store: PlaygroundStore): string | null {
  const session = useSessionStore();
  const step = useSession((state) => state.step);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    session.getState().ask(part.questions.map((one) => askedQuestion(one, [])));
  }, [session, part]);
  useEffect(() => {
    if (step !== 'run') return;
    const loading = new AbortController();
    loadRecord(part.file, loading.signal).then(
      (record) => {
        store.getState().showRecord(record, 'Recorded run');
        const { history } = store.getState();
        if (history) session.getState().finish(outcomeOf(part, runFiguresOf(history)));
      },
      (error: unknown) => {
        if (!loading.signal.aborted) setFailure(error instanceof Error ? error.message : '');
      },
    );
    return () => loading.abort();
  }, [step, session, store, part]);
  return failure;
}

function Failure({ text }: { readonly text: string }) {
  const seed = useSession((state) => state.seed);
  const again = useSession((state) => state.again);
  return (
    <Strip tone="alert" actions={<Button onClick={() => again(seed)}>Try again</Button>}>
      <p>{text}</p>
    </Strip>
  );
}

interface LineProps {
  readonly part: RecordedPart;
  readonly lessonRun: LessonRun;
  readonly pageStore: PlaygroundStore;
}

function Line({ part, lessonRun, pageStore }: LineProps) {
  const step = useSession((state) => state.step);
  const kept = usePlayground((state) => state.keptRun);
  const isLive = usePlayground((state) => state.history !== null && state.keptRun === null);
  const [isOrdered, setOrdered] = useState(false);
  const origin = useMemo(() => kept?.record.made, [kept]);
  // The button that ordered it goes.
  useEffect(() => {
    if (isOrdered) document.getElementById(TRAIN_BUTTON_ID)?.focus();
  }, [isOrdered]);
  const trainLive = () => {
    setOrdered(true);
    lessonRun.open();
    lessonRun.store.getState().train();
  };
  return (
    <div className={run.transport}>
      {origin && (
        <p>
          <strong>Recorded</strong> {`on ${origin.at.slice(0, 10)} by this engine on WASM.`}
        </p>
      )}
      {(isLive || isOrdered) && !kept ? (
        <>
          <TrainButton />
          <Progress />
        </>
      ) : (
        step === 'explain' && <Button onClick={trainLive}>{`Train it here (${part.takes})`}</Button>
      )}
      {step === 'explain' && <OpenInCompare pageStore={pageStore} panel={part.panel} />}
    </div>
  );
}
