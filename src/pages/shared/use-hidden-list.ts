/** The controls that the address hides. */
import { hiddenIn, settingControl } from '../../links/hidden-controls.ts';
import type { ControlId, SettingGroup } from '../../links/hidden-controls.ts';
import type { SettingsSchema } from '../../settings/settings.ts';
import { useHash } from '../../ui/use-hash.ts';

/** Their ids, with spaces between them; '': none. */
export function useHiddenList(): string {
  return useHash((hash) => hiddenIn(hash).join(' '));
}

export function useIsHidden(control: ControlId): boolean {
  return useHash((hash) => String(hiddenIn(hash).includes(control))) === 'true';
}

/** Of the schema those settings that are not hidden, each by its name behind the group's: "data-noise". */
export function useShownSettings(group: SettingGroup, schema: SettingsSchema): SettingsSchema {
  const hidden = useHiddenList().split(' ');
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !hidden.includes(settingControl(group, key))),
  );
}
