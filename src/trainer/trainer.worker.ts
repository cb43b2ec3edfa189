/**
 * Entry of the training worker: connects it to messages. A live run is training-loop.ts, lanes that train in
 * a batch are batch-job/, small questions laboratory-job/.
 */
import type { BatchEvent, BatchRequest } from '../protocol/batch-messages.ts';
import type { LaboratoryEvent, LaboratoryRequest } from '../protocol/laboratory-messages.ts';
import type { Request, TrainerEvent } from '../protocol/messages.ts';
import type { KeepTableRequest } from '../protocol/table-messages.ts';
import { keepTable } from '../datasets/own/kept-tables.ts';
import { chooseBackend } from './backend.ts';
import { BatchJob } from './batch-job/batch-job.ts';
import { LaboratoryJob } from './laboratory-job/laboratory-job.ts';
import { TrainingLoop } from './live-job/training-loop.ts';

declare const self: DedicatedWorkerGlobalScope;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const surroundings = {
  chooseBackend,
  // The built worker lies in assets/, one folder below the site's root.
  baseUrl: new URL(import.meta.env.PROD ? '../' : '/', import.meta.url).href,
  // A message to ourselves queues behind what the page has sent, without the delay of a timer.
  breathe: () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  post: (event: TrainerEvent | BatchEvent | LaboratoryEvent, transfer: Transferable[] = []) => {
    self.postMessage(event, transfer);
  },
};
const loop = new TrainingLoop(surroundings);
const batch = new BatchJob(surroundings);
const laboratory = new LaboratoryJob(surroundings);

type AnyRequest = Request | BatchRequest | LaboratoryRequest | KeepTableRequest;

self.onmessage = ({ data }: MessageEvent<AnyRequest>) => {
  if (data.type === 'keepTable') keepTable(data.table);
  else if (data.type === 'askLaboratory') laboratory.handle(data);
  else if (isOfBatch(data)) batch.handle(data);
  else loop.handle(data);
};

function isOfBatch(request: Request | BatchRequest): request is BatchRequest {
  return request.type.endsWith('Lanes');
}
