/** One axis: which setting it varies, and over which values. */
import { useId } from 'react';
import { suitedRange } from '../../../plans/sweep-axis.ts';
import type { AxisSettings } from '../../../plans/sweep-axis.ts';
import { axisLabel } from '../../../plans/sweep-words.ts';
import { ARMS_AXIS, SWEEP_SETTINGS, findSweepSetting } from '../../../plans/sweep-settings.ts';
import type { SweepSetting } from '../../../plans/sweep-settings.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { useArmsOfCompare } from '../../shared/rail/use-arms-of-compare.ts';
import { AxisValues } from '../../shared/rail/axis-values.tsx';
import { SettingOptions } from '../../shared/rail/setting-options.tsx';
import styles from '../../shared/rail/rail.module.css';

const NONE = 'none';
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
        <OfferedSettings />
      </select>
      {axis && <AxisValues axis={axis} arms={form.arms} onChange={set} />}
    </div>
  );
}

/** Noise and wrong labels only where the data have them; arms where Compare has given some. */
function OfferedSettings() {
  const { base, axes } = useSweep((state) => state.form);
  const { arms } = useArmsOfCompare();
  const dataset = findDataset(base.data.dataset);
  const used = new Set(axes.map(({ setting }) => setting));
  const isOffered = ({ id }: SweepSetting) =>
    used.has(id) ||
    ((id !== 'data.noise' || (dataset?.noise ?? null) !== null) &&
      (id !== 'data.wrongLabelShare' || dataset?.task !== 'regression'));
  return (
    <SettingOptions
      settings={SWEEP_SETTINGS.filter(isOffered)}
      armsLabel={arms.length > 1 || used.has(ARMS_AXIS) ? axisLabel(ARMS_AXIS) : null}
    />
  );
}
