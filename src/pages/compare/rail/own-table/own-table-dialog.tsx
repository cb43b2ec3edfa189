/** A table that the user brings: the file, what was understood of it, and what is made of it. */
import { useState } from 'react';
import { countOf } from '../../../../base/text/count-of.ts';
import { clearShelf, shelveTable } from '../../../../client/table-shelf.ts';
import { keepTable, keptTables } from '../../../../datasets/own/kept-tables.ts';
import type { OwnTable } from '../../../../datasets/own/table/own-table.ts';
import type { TableRecipe } from '../../../../datasets/own/table/table-recipe.ts';
import { useHistory } from '../../../../store/history/history-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { ModalDialog } from '../../../../ui/controls/modal-dialog.tsx';
import { ColumnTable } from './column-table.tsx';
import { FirstRows } from './first-rows.tsx';
import { FormatForm } from './format-form.tsx';
import { TargetForm } from './target-form.tsx';
import { useBroughtFiles } from './use-brought-files.ts';
import { useTableReader } from './use-table-reader.ts';
import type { TableReaderState } from './use-table-reader.ts';
import styles from './own-table.module.css';

interface OwnTableDialogProps {
  /** One that is to be opened again; absent: any. */
  readonly wanted?: TableRecipe;
  /** It is kept by then. */
  readonly onTable: (table: OwnTable) => void;
  readonly onClose: () => void;
}

export function OwnTableDialog({ wanted, onTable, onClose }: OwnTableDialogProps) {
  const [isOther, setOther] = useState(false);
  const reader = useTableReader((table) => {
    if (wanted && table.id !== wanted.id) {
      setOther(true);
      return;
    }
    keepTable(table);
    void shelveTable(table);
    onTable(table);
    onClose();
  }, wanted?.choices);
  const isOver = useBroughtFiles(reader.open);
  const { preview, share, failure } = reader;
  const isUsable = preview?.refusal === null && share === null && failure === null;
  return (
    <ModalDialog
      title="Own table"
      isWide
      onClose={onClose}
      actions={
        preview && (
          <Button
            look="primary"
            disabled={!isUsable}
            onClick={() => {
              setOther(false);
              reader.build();
            }}
          >
            Use this table
          </Button>
        )
      }
    >
      <div className={styles.sheet} data-over={isOver}>
        {wanted && (
          <p>
            Wanted: <strong>{wanted.fileName}</strong>, check sum {wanted.fileSum}, read as it was
            when the table was made.
          </p>
        )}
        <FileField hasFile={reader.fileName !== null} onOpen={reader.open} />
        {isOther && wanted && (
          <p className={styles.refusal} role="alert">
            This gives another table than the one that is wanted: its rows differ, or how they are
            read. Open “{wanted.fileName}” with the check sum {wanted.fileSum} and leave the choices
            below as they come. Nothing was changed.
          </p>
        )}
        <Status {...reader} />
        {preview && (
          <>
            <Summary {...reader} />
            <TargetForm preview={preview} choices={reader.choices} onChoose={reader.choose} />
            <ColumnTable preview={preview} choices={reader.choices} onChoose={reader.choose} />
            <FormatForm preview={preview} choices={reader.choices} onChoose={reader.choose} />
            <FirstRows preview={preview} />
          </>
        )}
      </div>
    </ModalDialog>
  );
}

interface FileFieldProps {
  readonly hasFile: boolean;
  readonly onOpen: (file: File) => void;
}

function FileField({ hasFile, onOpen }: FileFieldProps) {
  return (
    <div className={styles.file}>
      {/* A file field says beside its button that no file is chosen, whatever is open. */}
      <label className={styles.chooser}>
        <span>{hasFile ? 'Choose another file…' : 'Choose a file…'}</span>
        <input
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,.data,.dat,.arff,.tab,text/*"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onOpen(file);
            // The same one can be opened again.
            target.value = '';
          }}
        />
      </label>
      <p>
        Or drop a file here, or paste rows: CSV, TSV, semicolons, spaces or ARFF, up to 20 MB. It
        stays in this browser, which keeps the last three tables and those of runs in History.
      </p>
      {keptTables().length > 0 && <ForgetButton />}
    </div>
  );
}

function ForgetButton() {
  const [isForgotten, setForgotten] = useState(false);
  const removeTables = useHistory((state) => state.removeTables);
  return (
    <p role="status">
      {isForgotten ? (
        'Forgotten: what is on screen goes with this page. Runs in History stay, and ask for the file when they are opened.'
      ) : (
        <Button
          look="link"
          onClick={() => {
            void clearShelf();
            void removeTables();
            setForgotten(true);
          }}
        >
          Forget the tables kept here
        </Button>
      )}
    </p>
  );
}

function Status({ fileName, share, failure, cancel }: TableReaderState) {
  return (
    <>
      {share !== null && (
        <div className={styles.progress}>
          <progress aria-label="Reading the table" value={share} max={1} />
          <span>Reading {fileName}</span>
          <Button onClick={cancel}>Cancel</Button>
        </div>
      )}
      {failure !== null && (
        <p className={styles.refusal} role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

function Summary({ fileName, preview }: TableReaderState) {
  if (!preview) return null;
  const { rows, columns, inputs, encoding, warnings, refusal } = preview;
  return (
    <div className={styles.summary}>
      <p>
        <strong>{fileName}</strong>: {countOf(rows, 'rows')}, {countOf(columns.length, 'columns')},{' '}
        {encoding}; {countOf(inputs, 'inputs')}.
      </p>
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="What to know of this table">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
