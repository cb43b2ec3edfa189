import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Frame, Request, TrainerEvent } from '../protocol/messages.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import { TrainerClient } from './trainer-client.ts';

const ORDER = { experiment: wrongLabels.experiment, backend: 'auto', pace: 5 } as const;

/** A worker at the other end of a message channel. */
class FakeWorker extends EventTarget {
  readonly requests: Request[] = [];
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor() {
    super();
    this.channel.port2.onmessage = ({ data }) => this.requests.push(data as Request);
    this.channel.port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(request: Request) {
    this.channel.port1.postMessage(request);
  }

  emit(event: TrainerEvent) {
    this.channel.port2.postMessage(event);
  }

  terminate() {
    this.terminated = true;
    this.channel.port1.close();
    this.channel.port2.close();
  }
}

const workers: FakeWorker[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  workers.splice(0).forEach((worker) => worker.terminate());
});

function connect({ frameIntervalMs = 0, startsFrom = 0 } = {}) {
  const events: TrainerEvent[] = [];
  const deaths: string[] = [];
  let attempts = 0;
  const spawn = () => {
    if (attempts++ < startsFrom) throw new Error('Workers are forbidden here.');
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  const listener = {
    eventArrived: (event: TrainerEvent) => void events.push(event),
    workerDied: (reason: string) => void deaths.push(reason),
  };
  const client = new TrainerClient(spawn, listener, frameIntervalMs);
  return { client, events, deaths, listener };
}

const worker = (index = 0) => {
  const found = workers[index];
  if (!found) throw new Error('No such worker.');
  return found;
};

function frame(runId: number, epoch: number): TrainerEvent {
  const content: Frame = { lanes: [], epoch, stepInEpoch: 0, stepsPerEpoch: 13, stepsPerSecond: 1 };
  return { type: 'frameCompleted', runId, frame: content };
}

/** Messages cross the channel in macrotasks. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('TrainerClient', () => {
  it('posts typed requests with the id of the current run', async () => {
    const { client } = connect();
    const runId = client.prepareRun(ORDER);
    client.command('trainRun');
    client.changeSettings(ORDER.experiment);
    client.setPace(null);
    await settle();
    expect(worker().requests).toEqual([
      { type: 'watchViews', views: { open: [], kept: [] } },
      { type: 'prepareRun', runId, ...ORDER },
      { type: 'trainRun', runId },
      { type: 'changeSettings', runId, experiment: ORDER.experiment },
      { type: 'setPace', pace: null },
    ]);
  });

  it('never shows a message of an earlier run', async () => {
    const { client, events } = connect();
    const first = client.prepareRun(ORDER);
    const second = client.prepareRun(ORDER);
    worker().emit({ type: 'statusChanged', runId: first, status: 'training' });
    worker().emit(frame(first, 3));
    worker().emit({ type: 'statusChanged', runId: second, status: 'ready' });
    await settle();
    expect(events).toEqual([{ type: 'statusChanged', runId: second, status: 'ready' }]);
  });

  it('takes a frame only after it was passed on', async () => {
    const { client, events } = connect();
    const runId = client.prepareRun(ORDER);
    worker().emit(frame(runId, 0));
    await settle();
    expect(events).toHaveLength(1);
    expect(worker().requests.at(-1)).toEqual({ type: 'takeFrame', runId });
  });

  it('holds frames of a training run, and hurries when its status changes', async () => {
    const { client, events } = connect({ frameIntervalMs: 10_000 });
    const runId = client.prepareRun(ORDER);
    worker().emit({ type: 'statusChanged', runId, status: 'training' });
    worker().emit(frame(runId, 1));
    worker().emit(frame(runId, 2));
    worker().emit(frame(runId, 3));
    await settle();
    const epochs = () =>
      events.flatMap((event) => (event.type === 'frameCompleted' ? [event.frame.epoch] : []));
    expect(epochs()).toEqual([1, 2]); // the second had to make room for the third
    worker().emit({ type: 'statusChanged', runId, status: 'finished' });
    await settle();
    expect(epochs()).toEqual([1, 2, 3]);
    expect(events.at(-1)?.type).toBe('statusChanged');
  });

  it('acknowledges a frame although the listener failed, and passes on what follows', async () => {
    const { client, events, listener } = connect();
    const listening = vi.spyOn(FakeWorker.prototype, 'addEventListener');
    const runId = client.prepareRun(ORDER);
    const receive = listening.mock.calls.find(([type]) => type === 'message')?.[1] as (
      message: MessageEvent,
    ) => void;
    const take = listener.eventArrived;
    listener.eventArrived = (event) => {
      if (event.type === 'frameCompleted') throw new Error('A panel failed.');
      take(event);
    };
    const status: TrainerEvent = { type: 'statusChanged', runId, status: 'ready' };
    const data = frame(runId, 0);
    expect(() => receive(new MessageEvent('message', { data }))).toThrow('A panel failed.');
    receive(new MessageEvent('message', { data: status }));
    await settle();
    expect(worker().requests.at(-1)).toEqual({ type: 'takeFrame', runId });
    expect(events).toEqual([status]);
  });

  it.each(['error', 'messageerror'])(
    'ends a worker that sends "%s", and starts another for the next order only',
    async (type) => {
      const { client, events, deaths } = connect();
      const runId = client.prepareRun(ORDER);
      worker().dispatchEvent(Object.assign(new Event(type), { message: 'out of memory' }));
      expect(deaths).toEqual(['out of memory']);
      expect(worker().terminated).toBe(true);
      client.command('trainRun');
      expect(workers).toHaveLength(1);
      expect(client.prepareRun(ORDER)).toBeGreaterThan(runId);
      worker(1).emit({ type: 'statusChanged', runId, status: 'training' });
      await settle();
      expect(events).toEqual([]);
      expect(worker(1).requests.map(({ type }) => type)).toEqual(['watchViews', 'prepareRun']);
    },
  );

  it('tells of a worker whose file does not come', () => {
    const { client, deaths } = connect();
    client.prepareRun(ORDER);
    // What a script that cannot be fetched sends has no message.
    worker().dispatchEvent(new Event('error'));
    expect(deaths).toEqual(['Its file did not arrive: there may be no connection to the site.']);
  });

  it('tells of a worker that cannot even be started', async () => {
    const { client, deaths } = connect({ startsFrom: 1 });
    client.prepareRun(ORDER);
    expect(deaths).toEqual(['Workers are forbidden here.']);
    client.prepareRun(ORDER);
    await settle();
    expect(worker().requests.map(({ type }) => type)).toEqual(['watchViews', 'prepareRun']);
  });

  it('is silent once disposed', async () => {
    const { client, events } = connect();
    const runId = client.prepareRun(ORDER);
    const message = new MessageEvent('message', { data: frame(runId, 1) });
    client.dispose();
    worker().dispatchEvent(message);
    await settle();
    expect(events).toEqual([]);
  });
});
