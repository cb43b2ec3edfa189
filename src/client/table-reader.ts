/** Reads a table in a worker of its own: asked anew it answers the last question alone; ended, it is cancelled. */
import type { OwnTable } from '../datasets/own/table/own-table.ts';
import type { TablePreview } from '../datasets/own/table/read-table.ts';
import type { TableChoices } from '../datasets/own/table/table-choices.ts';
import type { TableEvent, TableRequest } from '../protocol/table-messages.ts';
import type { TrainerWorker } from './trainer-client.ts';

export interface TableListener {
  readonly progressed: (share: number) => void;
  readonly read: (preview: TablePreview) => void;
  readonly built: (table: OwnTable) => void;
  readonly failed: (message: string) => void;
}

export class TableReader {
  private readonly worker: TrainerWorker;
  private readId = 0;

  constructor(spawn: () => TrainerWorker, listener: TableListener) {
    this.worker = spawn();
    this.worker.addEventListener('message', (message) => {
      const event = message.data as TableEvent;
      if (event.readId !== this.readId) return;
      if (event.type === 'tableProgressed') listener.progressed(event.share);
      else if (event.type === 'tableRead') listener.read(event.preview);
      else if (event.type === 'tableBuilt') listener.built(event.table);
      else listener.failed(event.message);
    });
    const lost = (event: Event) => {
      event.preventDefault();
      listener.failed('What reads tables was lost. Open the file again.');
    };
    this.worker.addEventListener('error', lost);
    this.worker.addEventListener('messageerror', lost);
  }

  open(bytes: Uint8Array, fileName: string): void {
    this.post({ type: 'openTable', bytes, fileName });
  }

  read(choices: TableChoices): void {
    this.readId += 1;
    this.post({ type: 'readTable', readId: this.readId, choices });
  }

  build(choices: TableChoices): void {
    this.readId += 1;
    this.post({ type: 'buildTable', readId: this.readId, choices });
  }

  dispose(): void {
    this.readId += 1;
    this.worker.terminate();
  }

  private post(request: TableRequest): void {
    this.worker.postMessage(request);
  }
}
