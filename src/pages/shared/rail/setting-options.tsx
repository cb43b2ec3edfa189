/** What an axis can vary, as options of a select, in groups. */
import { ARMS_AXIS } from '../../../plans/sweep-settings.ts';
import type { SweepSetting } from '../../../plans/sweep-settings.ts';
import { axisLabel } from '../../../plans/sweep-words.ts';

const GROUPS = [
  { label: 'Regularizers', isIn: (id: string) => !/^(training|network|data)\./.test(id) },
  { label: 'Training', isIn: (id: string) => id.startsWith('training.') },
  { label: 'Network', isIn: (id: string) => id.startsWith('network.') },
  { label: 'Data', isIn: (id: string) => id.startsWith('data.') },
] as const;

interface SettingOptionsProps {
  readonly settings: readonly SweepSetting[];
  /** The arms of Compare are offered too. */
  readonly withArms: boolean;
}

export function SettingOptions({ settings, withArms }: SettingOptionsProps) {
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
      {withArms && <option value={ARMS_AXIS}>{axisLabel(ARMS_AXIS)}</option>}
    </>
  );
}
