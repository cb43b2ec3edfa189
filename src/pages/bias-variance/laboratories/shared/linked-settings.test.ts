import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NumberSetting } from '../../../../settings/settings.ts';
import { readLinkedSettings, withLinkedSettings } from './linked-settings.ts';

const number = (label: string, change: Partial<NumberSetting> = {}): NumberSetting => ({
  ...{ kind: 'number', label, min: 0, max: 6, initial: 1, scale: 'linear' },
  ...change,
});
const SCHEMA = {
  lambda: number('Strength'),
  seed: number('Seed', { integer: true, max: 1e6 }),
};

it('writes what differs from the first settings, and reads all of them again', () => {
  const hash = withLinkedSettings('#/x?hide=header', SCHEMA, { lambda: 0.1, seed: 1 });
  expect(hash).toBe('#/x?hide=header&lambda=0.1');
  expect(readLinkedSettings(hash, SCHEMA)).toEqual({
    settings: { lambda: 0.1, seed: 1 },
    problem: null,
  });
  expect(withLinkedSettings(hash, SCHEMA, { lambda: 1, seed: 1 })).toBe('#/x?hide=header');
  expect(readLinkedSettings('#/x', SCHEMA).settings).toBeNull();
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.nat({ max: 1e6 }),
      (lambda, seed) => {
        const made = withLinkedSettings('#/x', SCHEMA, { lambda, seed });
        if (made !== '#/x')
          expect(readLinkedSettings(made, SCHEMA).settings).toEqual({ lambda: lambda + 0, seed });
      },
    ),
  );
});

it('says what could not be set, and leaves it as at first', () => {
  const { settings, problem } = readLinkedSettings('#/x?lambda=99&seed=7', SCHEMA);
  expect(settings).toEqual({ lambda: 1, seed: 7 });
  expect(problem).toMatch(/^Not all of this address could be used: Strength must .*6/);
  for (const text of ['', '%20', 'a', '1e999', 'Infinity', '1.5.2'])
    expect(readLinkedSettings(`#/x?lambda=${text}`, SCHEMA)).toMatchObject({
      settings: { lambda: 1, seed: 1 },
      problem: expect.stringContaining('Strength') as string,
    });
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readLinkedSettings(`#/x?lambda=${text}`, SCHEMA);
      expect(read.settings?.['lambda']).toBeGreaterThanOrEqual(0);
    }),
  );
});
