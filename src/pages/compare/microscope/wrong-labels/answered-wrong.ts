/** A training example with a wrong label, and what an arm answers to it. */
import type { MislabelledExample } from '../../../../protocol/messages.ts';

export interface AnsweredWrong {
  readonly example: MislabelledExample;
  /** A class; null: it was not asked yet. */
  readonly answer: number | null;
}

/** What the answer comes to, for those who do not see its colour. */
export function verdictOn({ example, answer }: AnsweredWrong): string {
  if (answer === null) return '';
  if (answer === example.givenLabel) return 'believed';
  return answer === example.trueLabel ? 'the true one' : 'neither';
}
