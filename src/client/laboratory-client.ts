/** Asks a worker of its own the questions of a laboratory; it starts with the first one and stays. */
import type {
  LaboratoryAnswers,
  LaboratoryEvent,
  LaboratoryKind,
  LaboratoryQuestion,
  LaboratoryRequest,
} from '../protocol/laboratory-messages.ts';
import type { TrainerWorker } from './trainer-client.ts';

export interface LaboratoryListener<Kind extends LaboratoryKind> {
  readonly answered: (part: LaboratoryAnswers[Kind]['part']) => void;
  readonly finished: () => void;
  readonly failed: (message: string) => void;
}

/** Asks questions of one kind. Only the answers to the last question are passed on. */
export class LaboratoryClient<Kind extends LaboratoryKind> {
  private readonly kind: Kind;
  private readonly spawn: () => TrainerWorker;
  private worker: TrainerWorker | null = null;
  private questionId = 0;
  private listener: LaboratoryListener<Kind> | null = null;

  constructor(kind: Kind, spawn: () => TrainerWorker) {
    this.kind = kind;
    this.spawn = spawn;
  }

  ask(settings: LaboratoryAnswers[Kind]['settings'], listener: LaboratoryListener<Kind>): void {
    this.questionId += 1;
    this.listener = listener;
    try {
      this.worker ??= this.startWorker();
    } catch (error) {
      this.lost(error instanceof Error ? error.message : String(error));
      return;
    }
    const question = { kind: this.kind, settings } as LaboratoryQuestion;
    const request: LaboratoryRequest = {
      ...{ type: 'askLaboratory', questionId: this.questionId, question },
    };
    this.worker.postMessage(request);
  }

  /** Ends the worker; nothing more is told of the last question. */
  dispose(): void {
    this.worker?.terminate();
    this.worker = null;
    this.listener = null;
  }

  private startWorker(): TrainerWorker {
    const worker = this.spawn();
    worker.addEventListener('message', (message) => {
      if (this.worker === worker) this.heard(message.data as LaboratoryEvent);
    });
    const lost = (event: Event) => {
      event.preventDefault();
      if (this.worker !== worker) return;
      const why = 'message' in event && typeof event.message === 'string' ? event.message : '';
      this.lost(why || 'A worker was lost.');
    };
    worker.addEventListener('error', lost);
    worker.addEventListener('messageerror', lost);
    return worker;
  }

  private heard(event: LaboratoryEvent): void {
    const { listener } = this;
    if (event.questionId !== this.questionId || !listener) return;
    if (event.type === 'laboratoryAnswered') listener.answered(event.part);
    else if (event.type === 'laboratoryFinished') listener.finished();
    else listener.failed(event.failure.message);
  }

  /** The next question starts another. */
  private lost(message: string): void {
    this.worker?.terminate();
    this.worker = null;
    this.listener?.failed(message);
    this.listener = null;
  }
}
