/**
 * A field for one number. Typing is free; Enter or leaving the field hands the number over if it is
 * one and in range. If not, the range is named below and what was typed stays. Escape gives up. At rest
 * thousands are set apart. Entering the field selects the number: what is typed takes its place.
 */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { checkValue, formatNumber } from '../../settings/settings.ts';
import type { NumberSetting } from '../../settings/settings.ts';
import { groupThousands, parseNumber } from '../../settings/number-text.ts';
import { readingNote } from '../../settings/reading-note.ts';
import styles from './number-field.module.css';

interface NumberFieldProps {
  /** Of the input, for a <label>. */
  readonly id: string;
  readonly setting: NumberSetting;
  readonly value: number;
  /** Also called with the present value, where it was typed again or confirmed by Enter. */
  readonly onCommit: (value: number) => void;
  /** The field's refusal, or null; the caller shows it below the row under `errorId`. */
  readonly onRefuse: (message: string | null) => void;
  /** Tells how the number was read, where it could be read in two ways; else null. */
  readonly onRead: (note: string | null, value: number) => void;
  readonly errorId: string;
  readonly isRefused: boolean;
  /** Id of the element that says why this value cannot be used. */
  readonly faultId?: string | undefined;
}

/** What is being typed, with the value it was typed over: a new value from elsewhere replaces the draft. */
interface Draft {
  readonly text: string;
  readonly over: number;
}

export function NumberField({
  id,
  setting,
  value,
  onCommit,
  onRefuse,
  onRead,
  errorId,
  isRefused,
  faultId,
}: NumberFieldProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isFocused, setFocused] = useState(false);
  const { input, selectAll, ...pointer } = useSelection();
  const typed = draft && Object.is(draft.over, value) ? draft.text : null;
  const refused = isRefused && typed !== null;
  const plain = formatNumber(value, setting.unit);
  const shown = typed ?? (isFocused ? plain : groupThousands(plain));

  const type = (text: string) => {
    setDraft({ text, over: value });
    if (refused && checkValue(setting, parseNumber(text, setting)) === null) onRefuse(null);
  };
  const giveUp = () => {
    setDraft(null);
    onRefuse(null);
  };
  const commit = () => {
    if (typed === null) return;
    const number = parseNumber(typed, setting);
    const refusal = checkValue(setting, number);
    onRefuse(refusal);
    if (refusal !== null) return;
    setDraft(null);
    onRead(readingNote(typed, setting), number);
    onCommit(number);
  };
  const pressKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (typed === null) onCommit(value);
      else commit();
      selectAll();
    }
    // A surrounding panel or sheet closes only when there is nothing to give up.
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      event.preventDefault();
      giveUp();
      selectAll();
    }
  };

  return (
    <input
      ref={input}
      id={id}
      className={styles.field}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      value={shown}
      size={Math.max(1, shown.length)}
      aria-invalid={refused || faultId !== undefined || undefined}
      aria-describedby={refused ? errorId : faultId}
      onChange={(event) => type(event.target.value)}
      onFocus={() => {
        setFocused(true);
        selectAll();
      }}
      {...pointer}
      onBlur={() => {
        setFocused(false);
        commit();
      }}
      onKeyDown={pressKey}
    />
  );
}

/**
 * Selects the whole text, once what is to be shown is shown: the notation changes as the field is entered,
 * and with it the browser drops its selection. A press that enters the field sets the caret only after that.
 */
function useSelection() {
  const input = useRef<HTMLInputElement>(null);
  const isEntering = useRef(false);
  const [asked, setAsked] = useState(0);
  useLayoutEffect(() => {
    if (asked > 0) input.current?.select();
  }, [asked]);
  return {
    input,
    selectAll: () => setAsked((before) => before + 1),
    onMouseDown: () => {
      isEntering.current = document.activeElement !== input.current;
    },
    onMouseUp: () => {
      const field = input.current;
      const hasDragged = field?.selectionStart !== field?.selectionEnd;
      if (isEntering.current && !hasDragged) field?.select();
      isEntering.current = false;
    },
  };
}

/** The ids that tie a field to its label and its refusal. */
export function useFieldIds() {
  const id = useId();
  return { inputId: `${id}-input`, labelId: `${id}-label`, errorId: `${id}-error` };
}
