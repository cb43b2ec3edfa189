/** A row a column: its name, its type, what it becomes, and why. Several can be changed at once. */
import { useState } from 'react';
import { countOf } from '../../../../base/text/count-of.ts';
import type { PreviewColumn } from '../../../../datasets/own/table/read-table.ts';
import { COLUMN_USES } from '../../../../datasets/own/table/table-choices.ts';
import type { ColumnUse } from '../../../../datasets/own/table/table-choices.ts';
import { CheckBox } from '../../../../ui/controls/check-box.tsx';
import type { ChoiceProps } from './choice-props.ts';
import { SelectField } from './select-field.tsx';
import { ScrollBox } from './scroll-box.tsx';
import styles from './own-table.module.css';

export function ColumnTable({ preview: { columns }, choices, onChoose }: ChoiceProps) {
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const setUse = (indexes: ReadonlySet<number>, use: ColumnUse | null) =>
    onChoose({
      ...choices,
      uses: columns.map((column, index) => {
        const before = choices.uses?.[index] ?? null;
        const isMeant = indexes.has(index) && (!use || column.possibleUses.includes(use));
        return isMeant ? use : before;
      }),
    });
  const setTarget = (target: number) => {
    const { task: _, oneAgainstRest: __, ...others } = choices;
    onChoose({ ...others, target });
  };
  const mark = (index: number, isMarked: boolean) => {
    const others = [...marked].filter((one) => one !== index);
    setMarked(new Set(isMarked ? [...others, index] : others));
  };
  const areAllMarked = marked.size === columns.length;
  return (
    <div>
      <div className={styles.form} role="group" aria-label="Change several columns at once">
        <span>Change several columns at once: mark them in the table, or</span>
        <CheckBox
          isChecked={areAllMarked}
          onChange={() => setMarked(new Set(areAllMarked ? [] : columns.keys()))}
        >
          mark all
        </CheckBox>
        {marked.size > 0 && (
          <SelectField
            label={`${countOf(marked.size, 'columns')} marked: ${marked.size === 1 ? 'becomes' : 'become'}`}
            value=""
            options={[{ value: '', label: 'choose' }, PROPOSED, ...COLUMN_USES]}
            onChange={(value) => {
              if (value !== '')
                setUse(marked, value === PROPOSED.value ? null : (value as ColumnUse));
            }}
          />
        )}
      </div>
      <ScrollBox label="Columns of the table">
        <table className={styles.columns}>
          <caption className="visually-hidden">Columns</caption>
          <thead>
            <tr>
              <th scope="col">Mark</th>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">Becomes</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              <ColumnRow
                key={column.name}
                column={column}
                isMarked={marked.has(index)}
                onMark={(isMarked) => mark(index, isMarked)}
                onUse={(use) =>
                  use === 'target' ? setTarget(index) : setUse(new Set([index]), use)
                }
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

const PROPOSED = { value: 'proposed', label: 'as proposed' } as const;
const TARGET = { value: 'target', label: 'what is predicted' } as const;

interface ColumnRowProps {
  readonly column: PreviewColumn;
  readonly isMarked: boolean;
  readonly onMark: (isMarked: boolean) => void;
  readonly onUse: (use: ColumnUse | 'target') => void;
}

function ColumnRow({ column, isMarked, onMark, onUse }: ColumnRowProps) {
  const { name, type, use, reason, possibleUses, possibleTasks } = column;
  const uses = COLUMN_USES.filter(({ value }) => possibleUses.includes(value));
  // Another column is made the target in its place.
  const options =
    use === 'target' ? [TARGET] : [...uses, ...(possibleTasks.length > 0 ? [TARGET] : [])];
  return (
    <tr data-use={use}>
      <td>
        <CheckBox isChecked={isMarked} onChange={onMark}>
          <span className="visually-hidden">{`Mark ${name}`}</span>
        </CheckBox>
      </td>
      <th scope="row">{name}</th>
      <td>{type === 'empty' ? 'nothing' : type}</td>
      <td>
        <select
          aria-label={`${name} becomes`}
          value={use}
          onChange={(event) => onUse(event.target.value as ColumnUse | 'target')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </td>
      <td>{reason}</td>
    </tr>
  );
}
