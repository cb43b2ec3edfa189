/** Has every arm answer for one example that the page made, such as a drawn digit. */
import { plainForward } from '../../engine/step/plain-forward.ts';
import { softmaxRows } from '../../engine/step/softmax.ts';
import type { LanePlan } from '../../engine/lanes/lanes.ts';
import type { LaneInsides } from '../../engine/lanes/lane-insides.ts';
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { NetworkAnswer, Request, TrainerEvent } from '../../protocol/messages.ts';
import type { PlannedLane } from '../plan-lanes.ts';

export type Question = Pick<Extract<Request, { type: 'askNetworks' }>, 'questionId' | 'features'>;
export type Answers = Pick<
  Extract<TrainerEvent, { type: 'networksAnswered' }>,
  'questionId' | 'answers'
>;

export class NetworkQuestions {
  private readonly run: TrainingRun;
  private readonly lanes: readonly PlannedLane[];
  private last: Question | null = null;

  constructor(run: TrainingRun, lanes: readonly PlannedLane[]) {
    this.run = run;
    this.lanes = lanes;
  }

  /** The one before, if it has no answer yet, gets none. */
  ask(question: Question): void {
    this.last = question;
  }

  get isAsked(): boolean {
    return this.last !== null;
  }

  /** Between two steps, since it reads the weights. Null if nothing was asked. */
  async answer(): Promise<Answers | null> {
    const question = this.last;
    if (!question) return null;
    const shown = this.lanes.flatMap(({ replicate, fold }, lane) =>
      replicate === 0 && fold === 0 ? [lane] : [],
    );
    const insides = await this.run.lookInside(new Set(shown));
    // Not before: where the device is lost meanwhile it is asked again. Another may have come.
    if (this.last === question) this.last = null;
    const answers = shown.flatMap((lane): NetworkAnswer[] => {
      const [plan, inside] = [this.lanes[lane]?.plan, insides.get(lane)];
      return plan && inside ? [{ lane, outputs: ask(plan, inside, question.features) }] : [];
    });
    return { questionId: question.questionId, answers };
  }
}

/** Throws where the example has another number of features than the data. */
function ask({ network }: LanePlan, { state }: LaneInsides, features: Float32Array): Float32Array {
  const [width = 0, outputs = 0] = [network.sizes[0], network.sizes.at(-1)];
  if (features.length !== width)
    throw new Error(`An example has ${width} features here, not ${features.length}.`);
  const pass = plainForward(network, state, features);
  const isClasses = network.task === 'classification';
  return Float32Array.from(isClasses ? softmaxRows(pass.outputs, outputs) : pass.outputs);
}
