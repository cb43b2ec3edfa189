/** A file that is being opened as a table: what was understood of it, and the choices of the user. */
import { useEffect, useRef, useState } from 'react';
import { spawnTableReader } from '../../../../client/spawn-trainer.ts';
import { TableReader } from '../../../../client/table-reader.ts';
import type { OwnTable } from '../../../../datasets/own/table/own-table.ts';
import type { TablePreview } from '../../../../datasets/own/table/read-table.ts';
import type { TableChoices } from '../../../../datasets/own/table/table-choices.ts';
import { TABLE_LIMITS } from '../../../../datasets/own/table/table-limits.ts';

interface TableReading {
  readonly fileName: string | null;
  readonly choices: TableChoices;
  /** Stays on screen while it is read anew. */
  readonly preview: TablePreview | null;
  /** Null: nothing is being read. */
  readonly share: number | null;
  readonly failure: string | null;
}

export interface TableReaderState extends TableReading {
  readonly open: (file: File) => void;
  readonly choose: (choices: TableChoices) => void;
  readonly build: () => void;
  readonly cancel: () => void;
}

const NOTHING: TableReading = {
  ...{ fileName: null, choices: {}, preview: null, share: null, failure: null },
};

/** `firstChoices`: for a table that is made again. */
export function useTableReader(
  onBuilt: (table: OwnTable) => void,
  firstChoices: TableChoices = {},
): TableReaderState {
  const [reading, setReading] = useState(NOTHING);
  const reader = useRef<TableReader>(null);
  const stop = () => {
    reader.current?.dispose();
    reader.current = null;
  };
  useEffect(() => stop, []);
  const change = (part: Partial<TableReading>) => setReading((before) => ({ ...before, ...part }));

  const open = (file: File) => {
    stop();
    const fileName = file.name;
    // Not even into memory.
    if (file.size > TABLE_LIMITS.bytes) {
      setReading({
        ...{ ...NOTHING, fileName },
        failure: `${fileName} has ${Math.ceil(file.size / 1048576)} MB; at most ${TABLE_LIMITS.bytes / 1048576} MB are read.`,
      });
      return;
    }
    setReading({ ...NOTHING, fileName, choices: firstChoices, share: 0 });
    const started = new TableReader(spawnTableReader, {
      progressed: (share) => change({ share }),
      read: (preview) => change({ preview, share: null, failure: null }),
      built: (table) => {
        change({ share: null });
        onBuilt(table);
      },
      failed: (failure) => change({ failure, share: null }),
    });
    reader.current = started;
    file.arrayBuffer().then(
      (buffer) => {
        started.open(new Uint8Array(buffer), fileName);
        started.read(firstChoices);
      },
      () => change({ failure: `${fileName} could not be read.`, share: null }),
    );
  };

  return {
    ...reading,
    open,
    choose: (choices) => {
      change({ choices, share: 0 });
      reader.current?.read(choices);
    },
    build: () => {
      change({ share: 0 });
      reader.current?.build(reading.choices);
    },
    cancel: () => {
      stop();
      setReading(NOTHING);
    },
  };
}
