/** The worker's part of opening a table: reads the file that it was given, anew with every other choice. */
import { readGrid } from '../../datasets/own/table/read-grid.ts';
import type { Grid } from '../../datasets/own/table/read-grid.ts';
import { buildTable, readPlan } from '../../datasets/own/table/read-table.ts';
import { TableError } from '../../datasets/own/table/table-error.ts';
import type { TableChoices } from '../../datasets/own/table/table-choices.ts';
import type { TableEvent, TableRequest } from '../../protocol/table-messages.ts';

type Post = (event: TableEvent, transfer?: Transferable[]) => void;

/** Of the time that reading takes, cutting the text takes so much. */
const CUTTING_SHARE = 0.6;
const PROGRESS_STEP = 0.02;

export class TableJob {
  private readonly post: Post;
  private file: { readonly bytes: Uint8Array; readonly fileName: string } | null = null;
  /** Cells depend on the format alone. */
  private cut: { readonly format: string; readonly grid: Grid } | null = null;

  constructor(post: Post) {
    this.post = post;
  }

  handle(request: TableRequest): void {
    if (request.type === 'openTable') {
      this.file = request;
      this.cut = null;
      return;
    }
    const { readId } = request;
    try {
      this.answer(request);
    } catch (error) {
      const message =
        error instanceof TableError
          ? error.message
          : `The table could not be read: ${error instanceof Error ? error.message : String(error)}`;
      this.post({ type: 'tableFailed', readId, message });
    }
  }

  private answer({ type, readId, choices }: Exclude<TableRequest, { type: 'openTable' }>): void {
    const { file } = this;
    if (!file) throw new TableError('No file was opened.');
    const tell = this.teller(readId);
    const grid = this.gridOf(file.bytes, choices, (share) => tell(CUTTING_SHARE * share));
    const read = readPlan(grid, choices, (share) =>
      tell(CUTTING_SHARE + (1 - CUTTING_SHARE) * share),
    );
    if (type === 'readTable') {
      this.post({ type: 'tableRead', readId, preview: read.preview });
      return;
    }
    const table = buildTable(read, file.bytes, file.fileName);
    const { features, targets, firstEqual } = table;
    const transfer = [features.buffer, targets.buffer, firstEqual.buffer];
    this.post({ type: 'tableBuilt', readId, table }, transfer);
  }

  private gridOf(bytes: Uint8Array, { format }: TableChoices, tell: (share: number) => void): Grid {
    const key = JSON.stringify(format ?? {});
    if (this.cut?.format !== key) this.cut = { format: key, grid: readGrid(bytes, format, tell) };
    return this.cut.grid;
  }

  private teller(readId: number) {
    let told = 0;
    return (share: number) => {
      if (share < told + PROGRESS_STEP) return;
      told = share;
      this.post({ type: 'tableProgressed', readId, share });
    };
  }
}
