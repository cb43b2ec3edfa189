/** One axis: which setting it varies, and over which values. */
import { useId } from 'react';
import { axisProblem, axisValues, suitedRange } from '../../../plans/sweep-axis.ts';
import type { AxisSettings, SpreadValues } from '../../../plans/sweep-axis.ts';
import { axisLabel, shortValueText } from '../../../plans/sweep-words.ts';
import { ARMS_AXIS, SWEEP_SETTINGS, findSweepSetting } from '../../../plans/sweep-settings.ts';
import type { SweepSetting } from '../../../plans/sweep-settings.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { NumberSetting } from '../../../settings/settings.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { NumberControl } from '../../../ui/controls/number-control.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { useArmsOfCompare } from './use-arms-of-compare.ts';
import { ValuesField } from './values-field.tsx';
import styles from './sweep-rail.module.css';

const NONE = 'none';
const SPACINGS = [
  { value: 'linear', label: 'Even' },
  { value: 'log', label: 'By factor' },
  { value: 'list', label: 'Typed' },
] as const;

export function AxisSection({ index }: { readonly index: 0 | 1 }) {
  const form = useSweep((state) => state.form);
  const change = useSweep((state) => state.change);
  const id = useId();
  const axis = form.axes[index];
  const set = (next: AxisSettings | null) =>
    change({
      axes: next
        ? [...form.axes.slice(0, index), next, ...form.axes.slice(index + 1)]
        : form.axes.slice(0, 1),
    });
  const compare = useArmsOfCompare();
  /** With their own data and settings, and the seed that they are compared with. */
  const sweepArms = () => {
    const [first] = compare.arms;
    if (!first) return;
    const values = compare.arms.map((arm) => arm.id);
    const axis: AxisSettings = { setting: ARMS_AXIS, range: { spacing: 'list', values } };
    change({
      ...{ arms: compare.arms, seed: compare.seed, base: first.base, baseName: 'Compare' },
      axes: [...form.axes.slice(0, index), axis, ...form.axes.slice(index + 1)],
    });
  };
  const choose = (setting: string) => {
    if (setting === NONE) set(null);
    else if (setting === ARMS_AXIS) sweepArms();
    else {
      const found = findSweepSetting(setting);
      if (found) set({ setting, range: suitedRange(found) });
    }
  };
  return (
    <div className={styles.axis}>
      <select
        id={id}
        className={styles.choice}
        aria-label={index === 0 ? 'Setting across' : 'Setting down'}
        value={axis?.setting ?? NONE}
        onChange={(event) => choose(event.target.value)}
      >
        {index === 1 && <option value={NONE}>Nothing: one axis</option>}
        <SettingOptions />
      </select>
      {axis && <Values axis={axis} onChange={set} />}
    </div>
  );
}

/** Noise and wrong labels only where the data have them; arms where Compare has given some. */
function SettingOptions() {
  const { base, axes } = useSweep((state) => state.form);
  const { arms } = useArmsOfCompare();
  const dataset = findDataset(base.data.dataset);
  const used = new Set(axes.map(({ setting }) => setting));
  const isOffered = ({ id }: SweepSetting) =>
    used.has(id) ||
    ((id !== 'data.noise' || (dataset?.noise ?? null) !== null) &&
      (id !== 'data.wrongLabelShare' || dataset?.task !== 'regression'));
  const groups = [
    { label: 'Regularizers', isIn: (id: string) => !/^(training|network|data)\./.test(id) },
    { label: 'Training', isIn: (id: string) => id.startsWith('training.') },
    { label: 'Network', isIn: (id: string) => id.startsWith('network.') },
    { label: 'Data', isIn: (id: string) => id.startsWith('data.') },
  ];
  return (
    <>
      {groups.map(({ label, isIn }) => (
        <optgroup key={label} label={label}>
          {SWEEP_SETTINGS.filter((one) => isIn(one.id) && isOffered(one)).map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </optgroup>
      ))}
      {(arms.length > 1 || used.has(ARMS_AXIS)) && (
        <option value={ARMS_AXIS}>{axisLabel(ARMS_AXIS)}</option>
      )}
    </>
  );
}

interface ValuesProps {
  readonly axis: AxisSettings;
  readonly onChange: (axis: AxisSettings) => void;
}

function Values({ axis, onChange }: ValuesProps) {
  const arms = useSweep((state) => state.form.arms);
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

function Range({ axis, setting, onChange }: ValuesProps & { readonly setting: SweepSetting }) {
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
