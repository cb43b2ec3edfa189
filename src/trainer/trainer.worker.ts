/** Entry of the training worker: connects the loop to messages. Everything else is in training-loop.ts. */
import type { Request, TrainerEvent } from '../protocol/messages.ts';
import { chooseBackend } from './backend.ts';
import { TrainingLoop } from './training-loop.ts';

declare const self: DedicatedWorkerGlobalScope;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const loop = new TrainingLoop({
  post: (event: TrainerEvent, transfer: Transferable[] = []) => {
    self.postMessage(event, transfer);
  },
  chooseBackend,
  // The built worker lies in assets/, one folder below the site's root.
  baseUrl: new URL(import.meta.env.PROD ? '../' : '/', import.meta.url).href,
  // A message to ourselves queues behind what the page has sent, without the delay of a timer.
  breathe: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
});

self.onmessage = ({ data }: MessageEvent<Request>) => {
  loop.handle(data);
};
