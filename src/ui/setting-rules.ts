/**
 * How settings are checked and written. The rules are the engine's (engine/settings.ts); widgets get
 * them as values, since ui knows only the engine's types.
 */
import { createContext, useContext } from 'react';
import type { Setting } from '../engine/settings.ts';

export interface SettingRules {
  /** A sentence, with the range named; null when the value is fine. */
  readonly check: (setting: Setting, value: unknown) => string | null;
  /** "0.005", "30 %" */
  readonly format: (value: number, unit?: '%') => string;
}

export const SettingRulesContext = createContext<SettingRules | null>(null);

export function useSettingRules(): SettingRules {
  const rules = useContext(SettingRulesContext);
  if (!rules) throw new Error('There is no SettingRulesContext above this component.');
  return rules;
}
