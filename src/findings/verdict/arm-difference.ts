/**
 * What two arms differ in. Only where that is one thing may a difference of figures be put down to it,
 * and an arm be called by it.
 */
import { formatNumber } from '../../settings/settings.ts';
import type { Setting, SettingsSchema, SettingValue } from '../../settings/settings.ts';
import { OVERRIDE_SCHEMA, settingsOfArm } from '../../experiment/experiment.ts';
import type { Arm, SharedSettings } from '../../experiment/experiment.ts';
import { activeRegularizers, automaticName, inSentence } from '../../experiment/arm-name.ts';
import { describeOverrides } from '../../experiment/arm-overrides.ts';
import { REGULARIZER_ENTRIES } from '../../experiment/regularizers.ts';
import type { LooseSettings, RegularizerEntry } from '../../experiment/regularizers.ts';
import { sameValue } from '../../base/same-value.ts';

export interface ArmDifference {
  /** "dropout", "learning rate" */
  readonly setting: string;
  /** What the arm has, for its label: "dropout", "no dropout", "L2 λ = 0.1", "learning rate 0.3" */
  readonly own: string;
  /** "at λ = 0.1", "with dropout 0.95", "without batch norm" */
  readonly circumstance: string;
}

/** Off and neutral are the same. */
export function differencesBetween(
  shared: SharedSettings,
  arm: Arm,
  reference: Arm,
): ArmDifference[] {
  return [...compareRegularizers(arm, reference), ...settingsBetween(shared, arm, reference)];
}

function compareRegularizers(arm: Arm, reference: Arm): ArmDifference[] {
  return REGULARIZER_ENTRIES.flatMap((entry) => {
    const [own, other] = [activeSettings(arm, entry), activeSettings(reference, entry)];
    return sameValue(own, other) ? [] : [describeRegularizer(entry, own, other)];
  });
}

function activeSettings(arm: Arm, { id }: RegularizerEntry): LooseSettings | null {
  return activeRegularizers(arm.regularizers).includes(id) ? (arm.regularizers[id] ?? null) : null;
}

function describeRegularizer(
  entry: RegularizerEntry,
  own: LooseSettings | null,
  other: LooseSettings | null,
): ArmDifference {
  const setting = inSentence(entry.label);
  if (!own) return { setting, own: `no ${setting}`, circumstance: `without ${setting}` };
  // It goes into brackets: "L1 λ = 0.001 (penalty)" has its own.
  const full = inSentence(automaticName({ [entry.id]: own })).replace(/ \((.*)\)$/, ', $1');
  const strength = strengthText(entry.schema, own);
  const circumstance = strength === null ? `with ${full}` : `at ${strength}`;
  return { setting, own: other ? full : setting, circumstance };
}

/** "λ = 0.1", of the setting that has a sign of its own; null without one. */
function strengthText(schema: SettingsSchema, own: LooseSettings): string | null {
  for (const [key, setting] of Object.entries(schema)) {
    const value = own[key];
    if (setting.kind === 'number' && setting.symbol !== undefined && typeof value === 'number')
      return `${setting.symbol} = ${formatNumber(value, setting.unit)}`;
  }
  return null;
}

/** What they differ in besides how they are regularized. */
export function settingsBetween(shared: SharedSettings, arm: Arm, reference: Arm): ArmDifference[] {
  const [own, other] = [arm, reference].map((one) => flatSettings(shared, one));
  return Object.entries<Setting>(OVERRIDE_SCHEMA).flatMap(([key, setting]) => {
    const value = own?.[key];
    return sameValue(value, other?.[key]) || value === undefined
      ? []
      : [describeSetting(key, setting, value)];
  });
}

function flatSettings(shared: SharedSettings, arm: Arm): LooseSettings {
  const { data, network, training } = settingsOfArm(shared, arm);
  const { ownPoints: _own, removedPoints: _removed, ...rows } = data;
  return { ...rows, ...network, ...training };
}

function describeSetting(key: string, { label }: Setting, value: SettingValue): ArmDifference {
  const setting = inSentence(label);
  const own = describeOverrides({ [key]: value })[0] ?? setting;
  return { setting, own, circumstance: `with ${own}` };
}
