/** What is predicted: which column, and as what. */
import type { TargetTask } from '../../../../datasets/own/table/table-choices.ts';
import type { ChoiceProps } from './choice-props.ts';
import { SelectField } from './select-field.tsx';
import styles from './own-table.module.css';

const TASKS = { classes: 'classes', values: 'a value' } as const;

export function TargetForm({ preview, choices, onChoose }: ChoiceProps) {
  const { columns, target } = preview;
  const column = target?.column ?? choices.target ?? -1;
  const { task: _, oneAgainstRest: __, ...others } = choices;
  const tasks = columns[column]?.possibleTasks ?? [];
  return (
    <div className={styles.form} role="group" aria-label="What is predicted">
      <SelectField
        label="Predict"
        value={String(column)}
        options={[
          ...(columns[column] ? [] : [{ value: '-1', label: 'choose a column' }]),
          ...columns.map(({ name }, index) => ({ value: String(index), label: name })),
        ]}
        onChange={(value) => onChoose({ ...others, target: Number(value) })}
      />
      {target && (
        <SelectField
          label="as"
          value={target.task}
          options={tasks.map((task) => ({ value: task, label: TASKS[task] }))}
          onChange={(value) => onChoose({ ...others, task: value as TargetTask })}
        />
      )}
      {target && <ClassesField {...{ preview, choices, onChoose }} />}
    </div>
  );
}

/** All classes, or one of them against the rest. */
function ClassesField({ preview: { target }, choices, onChoose }: ChoiceProps) {
  if (target?.task !== 'classes') return null;
  const { oneAgainstRest: _, ...others } = choices;
  const { classes, oneAgainstRest } = target;
  if (classes.length < 3 && oneAgainstRest === null) return null;
  const all = { value: ALL, label: 'all classes' };
  const ones = classes
    .filter((_one, index) => oneAgainstRest === null || index === 0)
    .map(({ name }, index) => ({ value: String(index), label: `“${name}” against the rest` }));
  return (
    <SelectField
      label="of"
      value={oneAgainstRest === null ? ALL : '0'}
      options={[all, ...ones]}
      onChange={(value) => {
        const one = classes[Number(value)]?.name;
        onChoose(value === ALL || one === undefined ? others : { ...others, oneAgainstRest: one });
      }}
    />
  );
}

const ALL = 'all';
