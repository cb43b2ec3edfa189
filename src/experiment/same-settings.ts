/** Whether two arms are set alike, so that they train alike. */
import { settingsOfArm } from './experiment.ts';
import type { Arm, SharedSettings } from './experiment.ts';
import { activeRegularizers } from './arm-name.ts';
import { sameValue } from '../base/same-value.ts';

/** Off and neutral are the same, and so are a setting of its own and an equal one that all share. */
export function haveSameSettings(shared: SharedSettings, one: Arm, other: Arm): boolean {
  return (
    sameValue(activeSettings(one), activeSettings(other)) &&
    sameValue(settingsOfArm(shared, one), settingsOfArm(shared, other))
  );
}

function activeSettings({ regularizers }: Arm) {
  return Object.fromEntries(activeRegularizers(regularizers).map((id) => [id, regularizers[id]]));
}
