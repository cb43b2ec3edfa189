/** A kept run: what it is, what came out, and what can be done with it. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { HistoryEntry } from '../../client/history/history-entry.ts';
import { isOwnTableId } from '../../datasets/own/table/own-table.ts';
import { useHistory } from '../../store/history/history-context.tsx';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { pageLabel, whenText } from './entry-text.ts';
import { withFocusOnNeighbour } from './focus-after.ts';
import { RenameForm } from './rename-form.tsx';
import styles from './history.module.css';

export function HistoryRow({ entry }: { readonly entry: HistoryEntry }) {
  const [isRenaming, setRenaming] = useState(false);
  const renameButton = useFocusAfter(isRenaming);
  const rename = useHistory((state) => state.rename);
  const listedAt = useHistory((state) => state.listedAt);
  const tables = useHistory((state) => state.tables);
  const { name, isPinned, keptAt, dataset, parts, outcome } = entry;
  const isAbsent = isOwnTableId(dataset.id) && !tables.includes(dataset.id);
  const data = isAbsent ? `${dataset.label}, whose table is not kept` : dataset.label;
  return (
    <li className={styles.row} tabIndex={-1}>
      <div className={styles.about}>
        {isRenaming ? (
          <RenameForm
            name={name}
            onRename={async (next) => {
              await rename(entry, next);
              setRenaming(false);
            }}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <h3 className={styles.name}>
            {name}
            {isPinned && <span className={styles.pinned}>pinned</span>}
          </h3>
        )}
        <p className={styles.note}>
          {[pageLabel(entry), whenText(keptAt, listedAt), data].join(' · ')}
        </p>
        {parts.length > 0 && <p>{parts.join('; ')}</p>}
        {outcome !== '' && <p>{outcome}</p>}
      </div>
      {!isRenaming && (
        <RowActions {...{ entry, renameButton }} onRename={() => setRenaming(true)} />
      )}
    </li>
  );
}

/** The button that began something has the focus again once that is over. */
function useFocusAfter(isUnderWay: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay) button.current?.focus();
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay]);
  return button;
}

interface RowActionsProps {
  readonly entry: HistoryEntry;
  readonly renameButton: RefObject<HTMLButtonElement | null>;
  readonly onRename: () => void;
}

function RowActions({ entry, renameButton, onRename }: RowActionsProps) {
  const open = useHistory((state) => state.open);
  const showAsReference = useHistory((state) => state.showAsReference);
  const setPinned = useHistory((state) => state.setPinned);
  const remove = useHistory((state) => state.remove);
  const showSheet = usePlayground((state) => state.showSheet);
  const { name, isPinned } = entry;
  const closeAfter = async (act: Promise<boolean>) => {
    if (await act) showSheet(null);
  };
  return (
    <div className={styles.actions}>
      <Button aria-label={`Open ${name}`} onClick={() => void closeAfter(open(entry))}>
        Open
      </Button>
      {entry.page === 'compare' && (
        <Button
          look="quiet"
          aria-label={`Show as reference: ${name}`}
          onClick={() => void closeAfter(showAsReference(entry))}
        >
          As reference
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={`${isPinned ? 'Unpin' : 'Pin'} ${name}`}
        onClick={() => void setPinned(entry, !isPinned)}
      >
        {isPinned ? 'Unpin' : 'Pin'}
      </Button>
      <Button ref={renameButton} look="quiet" aria-label={`Rename ${name}`} onClick={onRename}>
        Rename
      </Button>
      <Button
        look="quiet"
        aria-label={`Delete ${name}`}
        onClick={({ currentTarget }) => void withFocusOnNeighbour(currentTarget, remove([entry]))}
      >
        Delete
      </Button>
    </div>
  );
}
