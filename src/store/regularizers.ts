/** Regularizers by id, with settings as loose as forms and chips hold them. */
import { initialSettings } from '../engine/settings.ts';
import type { SettingsSchema, SettingValue } from '../engine/settings.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import type { RegularizerId } from '../regularizers/registry.ts';

export type LooseSettings = Readonly<Record<string, SettingValue>>;

/** A regularizer as the page uses it, whatever its settings are. */
export interface RegularizerEntry {
  readonly id: RegularizerId;
  readonly label: string;
  readonly schema: SettingsSchema;
  readonly explanation: string;
  readonly source: string;
  readonly initial: LooseSettings;
  /** For chips: "Dropout 0.5 · 0.2". */
  readonly describe: (settings: LooseSettings | undefined) => string;
}

export const REGULARIZER_ENTRIES: readonly RegularizerEntry[] = REGULARIZERS.map((one) => ({
  id: one.id,
  label: one.label,
  schema: one.schema,
  explanation: one.explanation,
  source: one.source,
  initial: initialSettings<SettingsSchema>(one.schema),
  describe: (settings) => (settings ? one.describe(settings as never) : one.label),
}));

export function regularizerById(id: RegularizerId): RegularizerEntry {
  const entry = REGULARIZER_ENTRIES.find((one) => one.id === id);
  if (!entry) throw new Error(`No regularizer "${id}".`);
  return entry;
}
