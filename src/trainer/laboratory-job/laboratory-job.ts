/** The worker's part of the laboratories: answers a question part by part, until another one comes. */
import type {
  LaboratoryAnswers,
  LaboratoryEvent,
  LaboratoryKind,
  LaboratoryQuestion,
  LaboratoryRequest,
} from '../../protocol/laboratory-messages.ts';
import type { ChosenBackend } from '../backend.ts';
import { failureOf } from '../failure-of.ts';
import { answerDecay } from './answer-decay.ts';
import { answerDescent } from './answer-descent.ts';

export interface LaboratoryParts {
  readonly post: (event: LaboratoryEvent) => void;
  readonly chooseBackend: (choice: 'cpu') => Promise<Pick<ChosenBackend, 'compute'>>;
  /** Where the site's public files lie, ending in "/". */
  readonly baseUrl: string;
  /** Lets waiting messages in. */
  readonly breathe: () => Promise<void>;
}

export class LaboratoryJob {
  private readonly parts: LaboratoryParts;
  private abort = new AbortController();

  constructor(parts: LaboratoryParts) {
    this.parts = parts;
  }

  handle({ questionId, question }: LaboratoryRequest): void {
    this.abort.abort();
    this.abort = new AbortController();
    void this.answer(questionId, question, this.abort.signal);
  }

  private async answer(
    questionId: number,
    question: LaboratoryQuestion,
    signal: AbortSignal,
  ): Promise<void> {
    const { post, breathe } = this.parts;
    try {
      for await (const part of this.partsOf(question, signal)) {
        post({ type: 'laboratoryAnswered', questionId, part });
        await breathe();
        signal.throwIfAborted();
      }
      post({ type: 'laboratoryFinished', questionId });
    } catch (error) {
      if (!signal.aborted)
        post({ type: 'laboratoryFailed', questionId, failure: failureOf(error) });
    }
  }

  private async *partsOf(
    question: LaboratoryQuestion,
    signal: AbortSignal,
  ): AsyncGenerator<LaboratoryAnswers[LaboratoryKind]['part']> {
    const { chooseBackend, baseUrl } = this.parts;
    switch (question.kind) {
      case 'doubleDescent':
        yield* answerDescent(question.settings, {
          ...{ baseUrl, signal, onProgress: () => undefined },
        });
        break;
      case 'decayPaths':
        yield* answerDecay(question.settings, (await chooseBackend('cpu')).compute);
        break;
    }
  }
}
