/** What an axis can vary, as options of a select, in groups. */
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import type { SweepSetting } from '../../../plans/sweep-settings.ts';

const GROUPS = [
  { label: 'Regularizers', isIn: (id: string) => !/^(training|network|data)\./.test(id) },
  { label: 'Training', isIn: (id: string) => id.startsWith('training.') },
  { label: 'Network', isIn: (id: string) => id.startsWith('network.') },
  { label: 'Data', isIn: (id: string) => id.startsWith('data.') },
] as const;

interface SettingOptionsProps {
  readonly settings: readonly SweepSetting[];
  /** What the arms of a comparison are called; null: they are not offered. */
  readonly armsLabel: string | null;
}

export function SettingOptions({ settings, armsLabel }: SettingOptionsProps) {
  return (
    <>
      {GROUPS.map(({ label, isIn }) => (
        <optgroup key={label} label={label}>
          {settings
            .filter(({ id }) => isIn(id))
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
        </optgroup>
      ))}
      {armsLabel !== null && <option value={ARMS_AXIS}>{armsLabel}</option>}
    </>
  );
}
