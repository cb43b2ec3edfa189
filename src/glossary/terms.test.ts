import { describe, expect, it } from 'vitest';
import type { Setting } from '../settings/settings.ts';
import { NETWORK_SCHEMA, TRAINING_SCHEMA, DATA_SCHEMA } from '../experiment/experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { findDefinition } from './find-definition.ts';
import { GLOSSARY } from './terms.ts';

describe('the glossary', () => {
  it('gives no words two meanings', () => {
    const words = GLOSSARY.flatMap(({ term, aliases = [] }) => [term.toLowerCase(), ...aliases]);
    expect(words).toEqual([...new Set(words)]);
  });

  it.each(GLOSSARY)('$term: whole sentences, and few of them', ({ aliases = [], text }) => {
    expect(text).toMatch(/^[A-Z0-9].*\.$/);
    expect(text.length).toBeLessThan(270);
    expect(aliases).toEqual(aliases.map((alias) => alias.toLowerCase()));
  });

  it('finds words whatever their case, and only those', () => {
    expect(findDefinition('Epoch')).toBe(findDefinition('epochs'));
    expect(findDefinition('VALIDATION')).toMatch(/never fitted/);
    expect(findDefinition('flux capacitor')).toBeNull();
  });

  it('knows the words that a beginner meets first', () => {
    const settings: readonly Setting[] = [DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA].flatMap(
      (schema) => Object.values<Setting>(schema),
    );
    const shown = settings.filter(({ advanced }) => advanced !== true).map(({ label }) => label);
    expect(shown.filter((label) => findDefinition(label) === null)).toEqual([]);
    const unexplained = REGULARIZERS.filter(({ label }) => findDefinition(label) === null);
    expect(unexplained.map(({ label }) => label)).toEqual([]);
  });
});
