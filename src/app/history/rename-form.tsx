/** Another name for a kept run: Enter keeps it, Escape leaves the one that it has. */
import { useEffect, useRef, useState } from 'react';
import { LONGEST_NAME } from '../../client/history/history-entry.ts';
import { Button } from '../../ui/controls/button.tsx';
import styles from './history.module.css';

interface RenameFormProps {
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function RenameForm({ name, onRename, onCancel }: RenameFormProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className={styles.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void onRename(text);
      }}
    >
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label={`New name of ${name}`}
        maxLength={LONGEST_NAME}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The sheet stays.
          event.preventDefault();
          onCancel();
        }}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Save
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
    </form>
  );
}
