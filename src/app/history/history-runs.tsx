/** The list of kept runs, what is searched in it, and what concerns all of them. */
import { useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { countOf } from '../../base/text/count-of.ts';
import { MOST_UNPINNED } from '../../client/history/kept-number.ts';
import { useHistory } from '../../store/history/history-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
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
  const field = useRef<HTMLInputElement>(null);
  const found = findRuns(entries, search);
  const showAll = () => {
    setSearch('');
    field.current?.focus();
  };
  return (
    <>
      <p className={styles.note}>
        Runs of all pages are kept in this browser when they finish, with the own tables that they
        are on: the last {MOST_UNPINNED}, and those that you pin until you delete them. Nothing is
        sent anywhere. To take them to another computer, export all and import the file there.
      </p>
      <HistoryFiles />
      {entries.length + damaged.length === 0 ? (
        <p className={styles.empty}>
          There is nothing here yet. Train a comparison, a sweep or bias and variance to its end,
          and it stands here with its curves and figures.
        </p>
      ) : (
        <>
          <SearchField {...{ field, search }} onSearch={setSearch} count={found.length} />
          {found.length === 0 && search.trim() !== '' && <NoHit onShowAll={showAll} />}
          <ul className={styles.list} aria-label="Kept runs">
            {found.map((entry) => (
              <HistoryRow key={entry.id} entry={entry} />
            ))}
            {damaged.map((one) => (
              <DamagedRow key={one.key} damaged={one} onDelete={() => removeDamaged(one)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function NoHit({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <div className={styles.empty}>
      <p>No run has all of these words in its name, its page, its data, its arms or its outcome.</p>
      <Button onClick={onShowAll}>Show all</Button>
    </div>
  );
}

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly count: number;
}

function SearchField({ field, search, onSearch, count }: SearchFieldProps) {
  const id = useId();
  const entries = useHistory((state) => state.entries);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const tables = useHistory((state) => state.tables.length);
  const all = countOf(entries.length, 'runs');
  const beside = tables === 0 ? '' : `, and ${countOf(tables, 'own tables')}`;
  return (
    <div className={styles.search}>
      <label htmlFor={id}>Search</label>
      <input
        ref={field}
        id={id}
        type="search"
        value={search}
        spellCheck={false}
        placeholder="name, data or arm"
        onChange={(event) => onSearch(event.target.value)}
      />
      <p role="status" className={styles.note}>
        {search.trim() === '' ? `${all}, ${sizeText(size)}${beside}` : `${count} of ${all}`}
      </p>
    </div>
  );
}
