/** Trains what a part asks of many networks, once the prediction is locked, and keeps what is there so far. */
import { useEffect, useMemo, useState } from 'react';
import type { LaneResult } from '../../../figures/lane-result.ts';
import type { Plan } from '../../../plans/plan.ts';
import { useLanePool } from '../../../store/lane-pool-context.tsx';
import { usePlaygroundStore } from '../../../store/playground-context.tsx';
import { outcomeOf } from '../../lesson/evidence.ts';
import type { Evidence } from '../../lesson/evidence.ts';
import { askedQuestion } from '../../lesson/question.ts';
import { useSession, useSessionStore } from '../../session/session-context.tsx';

export interface PlanTraining<Summary> {
  readonly summary: Summary;
  readonly results: ReadonlyMap<string, LaneResult>;
  /** Trainings, those under way counted by their share. */
  readonly done: number;
  readonly all: number;
  readonly isWaiting: boolean;
  /** Why a training failed; null: none did. */
  readonly failure: string | null;
}

/** Figures on the page change so often at most. */
const SHOWN_EVERY_MS = 200;

/** `plan`: the same from render to render. */
export function usePlanTraining<Summary>(
  plan: Plan<string, Summary>,
  evidence: Evidence<Summary>,
): PlanTraining<Summary> {
  const pool = useLanePool();
  const session = useSessionStore();
  const step = useSession((state) => state.step);
  const page = usePlaygroundStore();
  const [results, setResults] = useState<ReadonlyMap<string, LaneResult>>(new Map());
  const [done, setDone] = useState(0);
  const [isWaiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const trainings = useMemo(() => plan.lanes(), [plan]);
  const summary = useMemo(() => plan.summarise(results), [plan, results]);
  useEffect(() => {
    const nothingYet = plan.summarise(new Map());
    session.getState().ask(evidence.questions.map((one) => askedQuestion(one, nothingYet)));
  }, [session, plan, evidence]);
  useEffect(() => {
    if (step !== 'run') return;
    const trained = new Map<string, LaneResult>();
    let shownAt = 0;
    const show = () => {
      shownAt = performance.now();
      setResults(new Map(trained));
    };
    const order = {
      ...{ specs: trainings.map(({ spec }) => spec), wishes: plan.wishes },
      backend: page.getState().backendChoice,
    };
    const job = pool.start(order, {
      laneTrained: (lane, result) => {
        const training = trainings[lane];
        if (training) trained.set(training.key, result);
        if (performance.now() - shownAt > SHOWN_EVERY_MS) show();
      },
      laneFailed: (_, { message }) => setFailure(message),
      progressed: setDone,
      displaced: () => setWaiting(true),
      continued: () => setWaiting(false),
      finished: () => {
        show();
        if (trained.size === trainings.length)
          session.getState().finish(outcomeOf(evidence, plan.summarise(trained)));
      },
    });
    return job.cancel;
  }, [step, pool, page, session, plan, trainings, evidence]);
  return { summary, results, done, all: trainings.length, isWaiting, failure };
}
