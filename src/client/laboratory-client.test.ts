import { expect, it } from 'vitest';
import type { LaboratoryEvent, LaboratoryRequest } from '../protocol/laboratory-messages.ts';
import { LaboratoryClient } from './laboratory-client.ts';
import type { LaboratoryListener } from './laboratory-client.ts';

class FakeWorker extends EventTarget {
  readonly requests: LaboratoryRequest[] = [];
  isTerminated = false;
  postMessage(request: LaboratoryRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  tell(data: LaboratoryEvent): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const SETTINGS = { l2: 0.2, weightDecay: 1, batchSize: 32 };
const PART = { step: 0, l2: [0, 0], weightDecay: [0, 0] } as const;

function open() {
  const workers: FakeWorker[] = [];
  const client = new LaboratoryClient('decayPaths', () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const heard: string[] = [];
  const listener = (name: string): LaboratoryListener<'decayPaths'> => ({
    answered: ({ step }) => heard.push(`${name} ${step}`),
    finished: () => heard.push(`${name} finished`),
    failed: (message) => heard.push(`${name} failed: ${message}`),
  });
  return { client, workers, heard, listener };
}

it('starts one worker, with the first question', () => {
  const { client, workers, listener } = open();
  expect(workers).toHaveLength(0);
  client.ask(SETTINGS, listener('a'));
  client.ask(SETTINGS, listener('b'));
  expect(workers).toHaveLength(1);
  expect(workers[0]?.requests.map(({ questionId }) => questionId)).toEqual([1, 2]);
  expect(workers[0]?.requests[0]?.question).toEqual({ kind: 'decayPaths', settings: SETTINGS });
});

it('hears the answers to the last question alone', () => {
  const { client, workers, heard, listener } = open();
  client.ask(SETTINGS, listener('a'));
  client.ask(SETTINGS, listener('b'));
  workers[0]?.tell({ type: 'laboratoryAnswered', questionId: 1, part: PART });
  workers[0]?.tell({ type: 'laboratoryAnswered', questionId: 2, part: PART });
  workers[0]?.tell({ type: 'laboratoryFinished', questionId: 2 });
  expect(heard).toEqual(['b 0', 'b finished']);
});

it('tells of a failure and of a lost worker, and starts another with the next question', () => {
  const { client, workers, heard, listener } = open();
  client.ask(SETTINGS, listener('a'));
  const failure = { kind: 'data', message: 'no digits' } as const;
  workers[0]?.tell({ type: 'laboratoryFailed', questionId: 1, failure });
  client.ask(SETTINGS, listener('b'));
  workers[0]?.dispatchEvent(new Event('error'));
  expect(heard).toEqual(['a failed: no digits', 'b failed: A worker was lost.']);
  expect(workers[0]?.isTerminated).toBe(true);
  client.ask(SETTINGS, listener('c'));
  expect(workers).toHaveLength(2);
});
