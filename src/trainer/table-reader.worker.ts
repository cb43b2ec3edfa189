/** Entry of the worker that reads a table which a user brings; the page ends it when the table is read. */
import type { TableEvent, TableRequest } from '../protocol/table-messages.ts';
import { TableJob } from './table-job/table-job.ts';

declare const self: DedicatedWorkerGlobalScope;

const job = new TableJob((event: TableEvent, transfer: Transferable[] = []) => {
  self.postMessage(event, transfer);
});

self.onmessage = ({ data }: MessageEvent<TableRequest>) => job.handle(data);
