/** Asks the worker of a laboratory once the prediction is locked, and keeps the parts of its answer. */
import { useEffect, useState } from 'react';
import { LaboratoryClient } from '../../../client/laboratory-client.ts';
import { spawnTrainer } from '../../../client/spawn-trainer.ts';
import type { LaboratoryAnswers, LaboratoryKind } from '../../../protocol/laboratory-messages.ts';
import { outcomeOf } from '../../lesson/evidence.ts';
import type { Evidence } from '../../lesson/evidence.ts';
import { askedQuestion } from '../../lesson/question.ts';
import { useSession, useSessionStore } from '../../session/session-context.tsx';

interface LaboratoryAnswer<Part> {
  readonly parts: readonly Part[];
  readonly failure: string | null;
}

/** `settings`: the same from render to render. */
export function useLaboratoryAnswer<Kind extends LaboratoryKind>(
  kind: Kind,
  settings: LaboratoryAnswers[Kind]['settings'],
  evidence: Evidence<readonly LaboratoryAnswers[Kind]['part'][]>,
): LaboratoryAnswer<LaboratoryAnswers[Kind]['part']> {
  type Part = LaboratoryAnswers[Kind]['part'];
  const session = useSessionStore();
  const step = useSession((state) => state.step);
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    session.getState().ask(evidence.questions.map((one) => askedQuestion(one, [])));
  }, [session, evidence]);
  useEffect(() => {
    if (step !== 'run') return;
    const client = new LaboratoryClient(kind, spawnTrainer);
    const answered: Part[] = [];
    client.ask(settings, {
      answered: (part) => {
        answered.push(part);
        setParts([...answered]);
      },
      finished: () => session.getState().finish(outcomeOf(evidence, answered)),
      failed: setFailure,
    });
    return () => client.dispose();
  }, [step, session, kind, settings, evidence]);
  return { parts, failure };
}
