/** Settings of a laboratory as the query of an address: those that differ from the first ones. */
import { checkGivenSettings } from '../../../../settings/settings.ts';
import type { NumberSetting } from '../../../../settings/settings.ts';

/** By the name that a setting has in addresses. */
export type LinkedSchema = Readonly<Record<string, NumberSetting>>;
export type LinkedSettings = Readonly<Record<string, number>>;

interface ReadSettings {
  /** All of them; null: the address has none. */
  readonly settings: LinkedSettings | null;
  readonly problem: string | null;
}

/** What cannot be set is left as at first, and told. */
export function readLinkedSettings(hash: string, schema: LinkedSchema): ReadSettings {
  const query = new URLSearchParams(hash.split('?', 2)[1] ?? '');
  const names = Object.keys(schema).filter((name) => query.has(name));
  if (names.length === 0) return { settings: null, problem: null };
  const given = Object.fromEntries(names.map((name) => [name, numberOf(query.get(name))]));
  const problems = checkGivenSettings(schema, given, 'address');
  const isWrong = (name: string) => problems.some(({ path }) => path === `address.${name}`);
  const settings = Object.fromEntries(
    Object.entries(schema).map(([name, { initial }]) => {
      const value = given[name];
      return [name, value === undefined || isWrong(name) ? initial : value];
    }),
  );
  const [first] = problems;
  return {
    settings,
    problem: first
      ? `Not all of this address could be used: ${first.message} The first setting stands in its place.`
      : null,
  };
}

export function withLinkedSettings(
  hash: string,
  schema: LinkedSchema,
  settings: LinkedSettings,
): string {
  const [path = '', text = ''] = hash.split('?', 2);
  const query = new URLSearchParams(text);
  for (const [name, { initial }] of Object.entries(schema)) {
    const value = settings[name];
    if (value === undefined || value === initial) query.delete(name);
    else query.set(name, String(value));
  }
  const written = query.toString();
  return written === '' ? path : `${path}?${written}`;
}

function numberOf(text: string | null): number {
  return text === null || text.trim() === '' ? NaN : Number(text);
}
