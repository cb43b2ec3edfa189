/** Regularizers by id, with settings as loose as forms and chips hold them. */
import type { Regularizer, RegularizerCode, WeightSums } from '../engine/step/regularizer.ts';
import { initialSettings } from '../settings/settings.ts';
import type { SettingsSchema, SettingValue } from '../settings/settings.ts';
import { INPUT_SLOTS, SLOTS } from '../engine/step/slots.ts';
import type { RegularizerSlots } from '../engine/step/slots.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import type { RegularizerId, RegularizerSettings } from '../regularizers/registry.ts';
import { sameValue } from '../base/same-value.ts';

export type LooseSettings = Readonly<Record<string, SettingValue>>;

/** A regularizer as the page uses it, whatever its settings are. */
export interface RegularizerEntry {
  readonly id: RegularizerId;
  readonly label: string;
  readonly schema: SettingsSchema;
  readonly explanation: string;
  readonly source: string;
  readonly initial: LooseSettings;
  /** Whether training with these settings is plain training. */
  readonly isNeutral: (settings: LooseSettings) => boolean;
  /** Where there is no hidden layer, training with these settings is plain training. */
  readonly needsHiddenUnits: (settings: LooseSettings) => boolean;
  /** For chips: "Dropout 0.5 · 0.2". */
  readonly describe: (settings: LooseSettings | undefined) => string;
  readonly code: (settings: LooseSettings) => RegularizerCode;
  /** TeX, with the settings' numbers in it. */
  readonly formula: (settings: LooseSettings) => string;
  /** Whether it adds a term to the loss. */
  readonly hasPenalty: boolean;
  readonly actsOnWeights: boolean;
  readonly whileMeasured: Regularizer['whileMeasured'] | null;
  readonly zeros: (settings: LooseSettings) => 'exact' | 'near' | null;
  readonly withoutClasses: (settings: LooseSettings) => string | null;
  readonly penalty: (settings: LooseSettings, sums: WeightSums) => number;
}

export const REGULARIZER_ENTRIES: readonly RegularizerEntry[] = REGULARIZERS.map((one) => ({
  id: one.id,
  label: one.label,
  schema: one.schema,
  explanation: one.explanation,
  source: one.source,
  initial: initialSettings<SettingsSchema>(one.schema),
  isNeutral: (settings) =>
    sameValue(settings, one.neutral) || fillsNeutralSlots(one.slots(settings as never)),
  needsHiddenUnits: (settings) => {
    if ('structure' in one) return true;
    const { keepHidden, ...others } = one.slots(settings as never);
    return keepHidden !== undefined && (sameValue(others, {}) || fillsNeutralSlots(others));
  },
  describe: (settings) => (settings ? one.describe(settings as never) : one.label),
  code: (settings) => one.code(settings as never),
  formula: (settings) => one.formula(settings as never),
  hasPenalty: 'penalty' in one,
  actsOnWeights: 'actsOnWeights' in one,
  whileMeasured: 'whileMeasured' in one ? one.whileMeasured : null,
  zeros: (settings) => ('zeros' in one ? one.zeros(settings as never) : null),
  withoutClasses: (settings) =>
    'withoutClasses' in one ? one.withoutClasses(settings as never) : null,
  penalty: (settings, sums) => ('penalty' in one ? one.penalty(settings as never, sums) : 0),
}));

export function regularizerById(id: RegularizerId): RegularizerEntry {
  const entry = REGULARIZER_ENTRIES.find((one) => one.id === id);
  if (!entry) throw new Error(`No regularizer "${id}".`);
  return entry;
}

/** Whether this regularizer, as it is set, makes zeros of weights; null: it does not, or is not there. */
export function zerosOf(regularizers: RegularizerSettings, id: RegularizerId) {
  const own: LooseSettings | undefined = regularizers[id];
  return own ? regularizerById(id).zeros(own) : null;
}

/** Some slots, all with the value that leaves a step as it is. */
function fillsNeutralSlots(slots: RegularizerSlots): boolean {
  const neutral: Readonly<Record<string, { neutral: number }>> = { ...SLOTS, ...INPUT_SLOTS };
  const filled = Object.entries(slots);
  return filled.length > 0 && filled.every(([name, value]) => value === neutral[name]?.neutral);
}
