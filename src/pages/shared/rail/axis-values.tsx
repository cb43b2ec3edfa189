/** The values of an axis: a range that is spread, or typed ones. */
import { axisProblem, axisValues, suitedRange } from '../../../plans/sweep-axis.ts';
import type { AxisSettings, SpreadValues } from '../../../plans/sweep-axis.ts';
import type { SweepSetting } from '../../../plans/sweep-settings.ts';
import { findSweepSetting } from '../../../plans/sweep-settings.ts';
import { shortValueText } from '../../../plans/sweep-words.ts';
import type { SweptArm } from '../../../plans/sweep.ts';
import type { NumberSetting } from '../../../settings/settings.ts';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { NumberControl } from '../../../ui/controls/number-control.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { ValuesField } from './values-field.tsx';
import styles from './rail.module.css';

const SPACINGS = [
  { value: 'linear', label: 'Even' },
  { value: 'log', label: 'By factor' },
  { value: 'list', label: 'Typed' },
] as const;

interface AxisValuesProps {
  readonly arms: readonly SweptArm[];
  readonly axis: AxisSettings;
  readonly onChange: (axis: AxisSettings) => void;
}

export function AxisValues({ axis, arms, onChange }: AxisValuesProps) {
  const setting = findSweepSetting(axis.setting);
  const problem = axisProblem(axis);
  const values = axisValues(axis);
  return (
    <>
      {setting && <Range axis={axis} setting={setting} onChange={onChange} />}
      {problem === null ? (
        // What was typed is seen in its field.
        axis.range.spacing === 'list' && setting ? null : (
          <p className={styles.note}>
            {values.length} values:{' '}
            {values.map((value) => shortValueText({ arms }, axis.setting, value)).join(', ')}
          </p>
        )
      ) : (
        // Read aloud where the results would stand.
        <p className={styles.problem}>{problem}</p>
      )}
    </>
  );
}

function Range({
  axis,
  setting,
  onChange,
}: Omit<AxisValuesProps, 'arms'> & { readonly setting: SweepSetting }) {
  const { range } = axis;
  const { values } = setting;
  if (values.kind === 'choice')
    return <ValuesField axis={axis} setting={setting} onChange={onChange} />;
  const change = (next: Partial<SpreadValues>) => {
    if (range.spacing !== 'list') onChange({ ...axis, range: { ...range, ...next } });
  };
  const respace = (spacing: 'linear' | 'log' | 'list') => {
    if (spacing === 'list') onChange({ ...axis, range: { spacing, values: axisValues(axis) } });
    else if (range.spacing !== 'list')
      change({ spacing, ...startAbove(values.setting, range, spacing) });
    else onChange({ ...axis, range: { ...spreadFor(setting), spacing } });
  };
  return (
    <>
      <RadioGroup legend="Steps" options={SPACINGS} value={range.spacing} onChange={respace} />
      {range.spacing === 'list' ? (
        <ValuesField axis={axis} setting={setting} onChange={onChange} />
      ) : (
        <>
          <NumberControl
            setting={endSetting(values.setting, 'From')}
            value={range.from}
            onChange={(from) => change({ from })}
          />
          <NumberControl
            setting={endSetting(values.setting, 'To')}
            value={range.to}
            onChange={(to) => change({ to })}
          />
          <NumberControl
            setting={COUNT}
            value={range.count}
            onChange={(count) => change({ count })}
          />
          {values.canBeOff && (
            <CheckBox isChecked={range.withOff} onChange={(withOff) => change({ withOff })}>
              and without it (off)
            </CheckBox>
          )}
        </>
      )}
    </>
  );
}

const COUNT: NumberSetting = {
  ...{ kind: 'number', label: 'Values', min: 2, max: 40, initial: 5, integer: true },
};

function endSetting(setting: NumberSetting, label: string): NumberSetting {
  const { hint: _, scale: __, symbol: ___, ...others } = setting;
  return { ...others, label };
}

/** A factor cannot begin at 0. */
function startAbove(setting: NumberSetting, { from }: SpreadValues, spacing: 'linear' | 'log') {
  return spacing === 'log' && from <= 0 ? { from: setting.step ?? 0.001 } : {};
}

function spreadFor(setting: SweepSetting): SpreadValues {
  const range = suitedRange(setting);
  if (range.spacing !== 'list') return range;
  return { spacing: 'linear', from: 0, to: 1, count: 2, withOff: false };
}
