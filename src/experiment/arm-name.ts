/** What an arm is called: after its regularizers and own settings, unless the user named it. */
import { formatNumber } from '../settings/settings.ts';
import type { Arm, ArmOverrides } from './experiment.ts';
import type { RegularizerId, RegularizerSettings } from '../regularizers/registry.ts';
import { describeOverrides } from './arm-overrides.ts';
import { REGULARIZER_ENTRIES, regularizerById } from './regularizers.ts';
import type { LooseSettings } from './regularizers.ts';

/** With its letter: "B · Dropout 0.5, inputs 0.2". */
export function armName(arm: Arm): string {
  return `${arm.id} · ${arm.name ?? automaticName(arm.regularizers, arm.overrides)}`;
}

/** "Plain", "Dropout 0.5, inputs 0.2", "L2 λ = 0.003 + dropout 0.5", "Plain, 64–64 units" */
export function automaticName(settings: RegularizerSettings, overrides?: ArmOverrides): string {
  const parts = activeRegularizers(settings).map((id) => describeRegularizer(id, settings));
  const regularizers =
    parts.length === 0
      ? 'Plain'
      : parts.map((part, index) => (index === 0 ? part : inSentence(part))).join(' + ');
  return [regularizers, ...describeOverrides(overrides)].join(', ');
}

/** The regularizers that are switched on and set to something that changes training. */
export function activeRegularizers(settings: RegularizerSettings): RegularizerId[] {
  return REGULARIZER_ENTRIES.filter(({ id, isNeutral }) => {
    const own: LooseSettings | undefined = settings[id];
    return own !== undefined && !isNeutral(own);
  }).map(({ id }) => id);
}

/** "Batch norm" → "batch norm", but "L2" stays. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** "a", "a and b", "a, b and c" */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Names have more room than chips: a chip's "0.5 · 0.2" says here what the second number is. */
export function describeRegularizer(id: RegularizerId, settings: RegularizerSettings): string {
  const own = settings[id];
  const text = regularizerById(id).describe(own);
  const inputRate = own && 'inputRate' in own ? own.inputRate : 0;
  return text.replace(` · ${formatNumber(inputRate)}`, `, inputs ${formatNumber(inputRate)}`);
}
