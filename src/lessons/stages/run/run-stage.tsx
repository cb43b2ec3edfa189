/** An experiment that trains as one watches: up to the question, and once the prediction is locked to its end. */
import { useEffect, useState } from 'react';
import { spawnTrainer } from '../../../client/spawn-trainer.ts';
import { LiveSummary } from '../../../pages/compare/live-summary/live-summary.tsx';
import { RunStrips } from '../../../pages/compare/transport/run-strips.tsx';
import { PlaygroundProvider, usePlaygroundStore } from '../../../store/playground-context.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import type { TrainingStatus } from '../../../protocol/messages.ts';
import { outcomeOf } from '../../lesson/evidence.ts';
import { askedQuestion } from '../../lesson/question.ts';
import { runFiguresOf } from '../../lesson/run-figures.ts';
import type { RunPart } from '../../lesson/lesson.ts';
import { useSession, useSessionStore } from '../../session/session-context.tsx';
import { ArmKey } from './arm-key.tsx';
import { LessonChart } from './lesson-chart.tsx';
import { LessonPanels } from './lesson-panels.tsx';
import { createLessonRun, trainToQuestion } from './lesson-run.ts';
import { LessonTransport } from './lesson-transport.tsx';
import { NeededSettings } from './needed-settings.tsx';
import { WrongLabelCount } from './wrong-label-count.tsx';

/** Also when every network has ended before the last epoch. */
function isOver(status: TrainingStatus): boolean {
  return status === 'finished' || status === 'stopped';
}

export function RunStage({ part }: { readonly part: RunPart }) {
  const page = usePlaygroundStore();
  const session = useSessionStore();
  const step = useSession((state) => state.step);
  const seed = useSession((state) => state.seed);
  const isAsked = useSession((state) => state.questions.length > 0);
  const [run] = useState(() => createLessonRun({ part, seed, page, spawn: spawnTrainer }));
  const { store } = run;
  useEffect(() => {
    run.open();
    const leave = trainToQuestion(store, part, () => {
      const { history } = store.getState();
      if (!history) return;
      const soFar = runFiguresOf(history);
      session.getState().ask(part.questions.map((question) => askedQuestion(question, soFar)));
    });
    return () => {
      leave();
      run.close();
    };
  }, [run, store, part, session]);
  useEffect(() => {
    if (step !== 'run') return;
    const leave = store.subscribe(({ status, failure, history }) => {
      if (!isOver(status) || failure || !history) return;
      session.getState().finish(outcomeOf(part, runFiguresOf(history)));
    });
    store.getState().train();
    return leave;
  }, [step, store, part, session]);
  return (
    <PlaygroundProvider store={store}>
      <LiveSummary
        figure={part.chart === 'accuracy' ? 'validationAccuracy' : 'validationLoss'}
        isSilent={!isAsked}
      />
      <LessonTransport part={part} pageStore={page} />
      <RunStrips />
      <ArmKey part={part} />
      <LessonChart part={part} />
      {part.countsWrongLabels === true && step !== 'predict' && <WrongLabelCount />}
      {step !== 'predict' && (
        <Guarded name="The pictures">
          <LessonPanels part={part} />
        </Guarded>
      )}
      {step === 'explain' && <NeededSettings part={part} />}
    </PlaygroundProvider>
  );
}
