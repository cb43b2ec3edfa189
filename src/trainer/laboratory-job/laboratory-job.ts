/** The worker's part of the laboratories: answers a question part by part, until another one comes. */
import type { LoadContext } from '../../datasets/dataset.ts';
import type {
  LaboratoryAnswers,
  LaboratoryEvent,
  LaboratoryKind,
  LaboratoryQuestion,
  LaboratoryRequest,
} from '../../protocol/laboratory-messages.ts';
import { failureOf } from '../failure-of.ts';
import { answerDescent } from './answer-descent.ts';

export interface LaboratoryParts {
  readonly post: (event: LaboratoryEvent) => void;
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
    const { post, baseUrl, breathe } = this.parts;
    try {
      for await (const part of answersTo(question, {
        ...{ baseUrl, signal, onProgress: () => undefined },
      })) {
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
}

function answersTo(
  question: LaboratoryQuestion,
  context: LoadContext,
): AsyncGenerator<LaboratoryAnswers[LaboratoryKind]['part']> {
  return answerDescent(question.settings, context);
}
