/** Gives the widgets of ui the engine’s rules: what is in range, and how numbers are written. */
import type { ReactNode } from 'react';
import { checkValue, formatNumber } from '../engine/settings.ts';
import { SettingRulesContext } from '../ui/setting-rules.ts';
import type { SettingRules } from '../ui/setting-rules.ts';

const RULES: SettingRules = { check: checkValue, format: formatNumber };

export function EngineRules({ children }: { readonly children: ReactNode }) {
  return <SettingRulesContext value={RULES}>{children}</SettingRulesContext>;
}
