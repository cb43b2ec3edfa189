/** The list of kept runs, what is searched in it, and what concerns all of them. */
import { useId, useState } from 'react';
import { countOf } from '../../base/text/count-of.ts';
import { MOST_UNPINNED } from '../../client/history/kept-number.ts';
import { useHistory } from '../../store/history/history-context.tsx';
import { DamagedRow } from './damaged-row.tsx';
import { sizeText } from './entry-text.ts';
import { findRuns } from './find-runs.ts';
import { HistoryFiles } from './history-files.tsx';
import { HistoryRow } from './history-row.tsx';
import styles from './history.module.css';

export function HistoryRuns() {
  const entries = useHistory((state) => state.entries);
  const damaged = useHistory((state) => state.damaged);
  const removeDamaged = useHistory((state) => state.removeDamaged);
  const [search, setSearch] = useState('');
  const found = findRuns(entries, search);
  return (
    <>
      <p className={styles.note}>
        Runs are kept in this browser when they finish: the last {MOST_UNPINNED}, and those that you
        pin until you delete them. Nothing is sent anywhere.
      </p>
      <HistoryFiles />
      {entries.length + damaged.length === 0 ? (
        <p className={styles.empty}>
          There is nothing here yet. Train a comparison to its end, and it stands here with its
          curves and figures.
        </p>
      ) : (
        <>
          <SearchField search={search} onSearch={setSearch} count={found.length} />
          <ul className={styles.list} aria-label="Kept runs">
            {found.map((entry) => (
              <HistoryRow key={entry.id} entry={entry} />
            ))}
            {damaged.map((one) => (
              <DamagedRow key={one.key} damaged={one} onDelete={() => void removeDamaged(one)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface SearchFieldProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly count: number;
}

function SearchField({ search, onSearch, count }: SearchFieldProps) {
  const id = useId();
  const entries = useHistory((state) => state.entries);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const all = countOf(entries.length, 'runs');
  return (
    <div className={styles.search}>
      <label htmlFor={id}>Search</label>
      <input
        id={id}
        type="search"
        value={search}
        spellCheck={false}
        placeholder="name, data or arm"
        onChange={(event) => onSearch(event.target.value)}
      />
      <p role="status" className={styles.note}>
        {search.trim() === '' ? `${all}, ${sizeText(size)}` : `${count} of ${all}`}
      </p>
    </div>
  );
}
