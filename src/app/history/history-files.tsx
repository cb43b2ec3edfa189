/** All kept runs as one file, runs from such a file, and all that are not pinned away at once. */
import { useRef } from 'react';
import { useHistory } from '../../store/history/history-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { focusSheet } from './focus-after.ts';
import styles from './history.module.css';

export function HistoryFiles() {
  const entries = useHistory((state) => state.entries);
  const exportAll = useHistory((state) => state.exportAll);
  const importFile = useHistory((state) => state.importFile);
  const remove = useHistory((state) => state.remove);
  const input = useRef<HTMLInputElement>(null);
  const unpinned = entries.filter(({ isPinned }) => !isPinned);
  const save = async () => {
    const text = await exportAll();
    if (text !== null) saveFile('history.json', 'application/json', text);
  };
  const read = async (file: File | undefined) => {
    if (file) await importFile(await file.text());
  };
  return (
    <div className={styles.actions}>
      <Button disabled={entries.length === 0} onClick={() => void save()}>
        Export all
      </Button>
      <Button onClick={() => input.current?.click()}>Import…</Button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label="File of a history"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        disabled={unpinned.length === 0}
        onClick={({ currentTarget }) => {
          focusSheet(currentTarget);
          void remove(unpinned);
        }}
      >
        Delete all unpinned
      </Button>
    </div>
  );
}
