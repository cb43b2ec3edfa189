/** The axis of complexity: which setting it varies, and over which values. */
import { COMPLEXITY_SETTINGS } from '../../../plans/bias-variance-form.ts';
import { suitedRange } from '../../../plans/sweep-axis.ts';
import { ARMS_AXIS, findSweepSetting } from '../../../plans/sweep-settings.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { AxisValues } from '../../shared/rail/axis-values.tsx';
import { SettingOptions } from '../../shared/rail/setting-options.tsx';
import styles from '../../shared/rail/rail.module.css';

export function AxisSection() {
  const { axis, arms } = useBiasVariance((state) => state.form);
  const change = useBiasVariance((state) => state.change);
  const choose = (setting: string) => {
    const found = findSweepSetting(setting);
    if (found) change({ axis: { setting, range: suitedRange(found) } });
    else if (setting === ARMS_AXIS)
      change({ axis: { setting, range: { spacing: 'list', values: arms.map(({ id }) => id) } } });
  };
  return (
    <div className={styles.axis}>
      <select
        className={styles.choice}
        aria-label="Setting that is varied"
        value={axis.setting}
        onChange={(event) => choose(event.target.value)}
      >
        <SettingOptions
          settings={COMPLEXITY_SETTINGS}
          armsLabel={arms.length > 1 ? 'Regularizers side by side' : null}
        />
      </select>
      <AxisValues axis={axis} arms={arms} onChange={(next) => change({ axis: next })} />
    </div>
  );
}
