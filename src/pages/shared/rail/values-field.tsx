/** The values of an axis in a field: typed, and handed over on Enter or on leaving it. */
import { useId, useState } from 'react';
import { axisValues, readValues, valueText } from '../../../plans/sweep-axis.ts';
import type { AxisSettings } from '../../../plans/sweep-axis.ts';
import type { SweepSetting } from '../../../plans/sweep-settings.ts';
import styles from './rail.module.css';

interface ValuesFieldProps {
  readonly axis: AxisSettings;
  readonly setting: SweepSetting;
  readonly onChange: (axis: AxisSettings) => void;
}

export function ValuesField({ axis, setting, onChange }: ValuesFieldProps) {
  const id = useId();
  const given = axisValues(axis).map((value) => valueText(setting, value));
  const text = given.some((one) => /\s/.test(one)) ? given.join('; ') : given.join(' ');
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    const read = readValues(draft, setting);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    setProblem(null);
    setDraft(null);
    onChange({ ...axis, range: { spacing: 'list', values: read.values } });
  };
  return (
    <div className={styles.list}>
      <label htmlFor={id}>Values, with spaces between them</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={draft ?? text}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') {
            setDraft(null);
            setProblem(null);
          }
        }}
      />
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
