/** A text to take away: in a field, so that it can be copied by hand where the clipboard is out of reach. */
import { useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './copied-text.module.css';

interface CopiedTextProps {
  readonly label: string;
  readonly text: string;
  /** Absent: one line. */
  readonly rows?: number;
}

export function CopiedText({ label, text, rows }: CopiedTextProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const select = () => field.current?.select();
  const copy = async () => {
    // It is seen what was copied, and keys can copy it too.
    field.current?.focus();
    select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('This page may not use the clipboard. It is selected: press Ctrl or ⌘ and C.');
    }
  };
  const shared = {
    ...{ id, ref: field, readOnly: true, value: text, spellCheck: false, onFocus: select },
  };
  return (
    <div className={styles.copied}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" {...shared} />
      ) : (
        <textarea {...shared} rows={rows} />
      )}
      <Button onClick={() => void copy()}>Copy</Button>
      <p role="status" className={styles.note}>
        {said}
      </p>
    </div>
  );
}
