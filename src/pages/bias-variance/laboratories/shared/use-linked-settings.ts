/**
 * Keeps the settings of a laboratory in the address, "#/bias-variance/two-weights?lambda=2": a link and a reload open
 * it as it stands. The address is replaced, so that Back leads to where one came from.
 */
import { useEffect, useEffectEvent, useState } from 'react';
import { formatNumber } from '../../../../settings/settings.ts';
import type { UndoState } from '../../../../store/undo/undo-store.ts';
import { readLinkedSettings, withLinkedSettings } from './linked-settings.ts';
import { useSettingsUndo } from './use-settings-undo.ts';
import type { LinkedSchema, LinkedSettings } from './linked-settings.ts';

export interface LinkedLaboratory {
  /** What of the address could not be used, as a sentence; null: nothing. */
  readonly problem: string | null;
  /** The settings in words: "Strength 1". */
  readonly words: readonly string[];
  readonly undo: UndoState;
}

export function useLinkedSettings(
  schema: LinkedSchema,
  settings: LinkedSettings,
  change: (settings: LinkedSettings) => void,
): LinkedLaboratory {
  const [isRead, setRead] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const undo = useSettingsUndo(settings, isRead, change);
  const read = useEffectEvent(() => {
    const found = readLinkedSettings(location.hash, schema);
    setProblem(found.problem);
    if (found.settings) change(found.settings);
    setRead(true);
  });
  useEffect(() => {
    read();
    const reread = () => read();
    addEventListener('hashchange', reread);
    return () => removeEventListener('hashchange', reread);
  }, []);
  useEffect(() => {
    if (!isRead) return;
    const hash = withLinkedSettings(location.hash, schema, settings);
    if (hash !== location.hash) history.replaceState(history.state, '', hash);
  }, [isRead, schema, settings]);
  return { problem, words: wordsOf(schema, settings), undo };
}

function wordsOf(schema: LinkedSchema, settings: LinkedSettings): readonly string[] {
  return Object.entries(schema).map(
    ([name, { label, unit, initial }]) =>
      `${label} ${formatNumber(settings[name] ?? initial, unit)}`,
  );
}
