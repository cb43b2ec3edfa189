/** How the text was read, to be changed where it was misread. */
import { useId, useState } from 'react';
import { DELIMITERS } from '../../../../datasets/own/table/table-choices.ts';
import type { Delimiter, TableFormat } from '../../../../datasets/own/table/table-choices.ts';
import { CheckBox } from '../../../../ui/controls/check-box.tsx';
import type { ChoiceProps } from './choice-props.ts';
import { SelectField } from './select-field.tsx';
import styles from './own-table.module.css';

const DECIMALS = [
  { value: '.', label: 'point' },
  { value: ',', label: 'comma' },
] as const;

export function FormatForm({ preview: { format, isArff }, choices, onChoose }: ChoiceProps) {
  const change = (part: Partial<TableFormat>) =>
    onChoose({ ...choices, format: { ...choices.format, ...part } });
  /** Columns are others then: what was chosen for them is void. */
  const cutAnew = (part: Partial<TableFormat>) =>
    onChoose({ format: { ...choices.format, ...part } });
  return (
    <div className={styles.form} role="group" aria-label="How the text was read">
      <SelectField
        label="Cells end at"
        value={format.delimiter}
        options={DELIMITERS}
        onChange={(value) => cutAnew({ delimiter: value as Delimiter })}
      />
      <SelectField
        label="Decimal sign"
        value={format.decimal}
        options={DECIMALS}
        onChange={(value) => change({ decimal: value as TableFormat['decimal'] })}
      />
      {!isArff && (
        <>
          <SelectField
            label="Lines to skip"
            value={String(format.skippedLines)}
            options={LINES}
            onChange={(value) => cutAnew({ skippedLines: Number(value) })}
          />
          <CheckBox
            isChecked={format.hasHeader}
            onChange={(hasHeader) => cutAnew({ hasHeader, skippedLines: format.skippedLines })}
          >
            The first row has names
          </CheckBox>
        </>
      )}
      <MissingMarks
        key={format.missingMarks.join(' ')}
        marks={format.missingMarks}
        onChange={(missingMarks) => change({ missingMarks })}
      />
    </div>
  );
}

const LINES = Array.from({ length: 21 }, (_, i) => ({ value: String(i), label: String(i) }));

interface MissingMarksProps {
  readonly marks: readonly string[];
  readonly onChange: (marks: readonly string[]) => void;
}

/** An empty cell is always missing. */
function MissingMarks({ marks, onChange }: MissingMarksProps) {
  const written = marks.filter((mark) => mark !== '').join(' ');
  const [text, setText] = useState(written);
  const hintId = useId();
  const confirm = () => {
    const typed = text.split(/\s+/).filter((mark) => mark !== '');
    if (typed.join(' ') !== written) onChange(['', ...typed]);
  };
  return (
    <div className={styles.marks}>
      <label className={styles.field}>
        <span>Missing marks</span>
        <input
          type="text"
          value={text}
          aria-describedby={hintId}
          onChange={(event) => setText(event.target.value)}
          onBlur={confirm}
          onKeyDown={({ key }) => {
            if (key === 'Enter') confirm();
          }}
        />
      </label>
      <span id={hintId}>between spaces, as in ? NA -999; an empty cell is missing too</span>
    </div>
  );
}
