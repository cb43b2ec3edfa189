import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonLiteral, pythonString } from './python-literal.ts';

/** What Python reads in a string literal of ours; throws where it would end early, or run. */
function readPython(literal: string): string {
  if (!literal.startsWith('"') || !literal.endsWith('"')) throw new Error('No quotes around it.');
  const inside = literal.slice(1, -1);
  const parts = inside.match(/\\U[0-9a-f]{8}|\\u[0-9a-f]{4}|\\["\\n]|[^"\\\n\r]/gu) ?? [];
  if (parts.join('') !== inside) throw new Error(`It is cut at ${inside}`);
  return parts
    .map((part) => {
      if (part === String.raw`\n`) return '\n';
      if (/^\\[uU]/.test(part)) return String.fromCodePoint(Number.parseInt(part.slice(2), 16));
      return part.startsWith('\\') ? part.slice(1) : part;
    })
    .join('');
}

/** With whole characters; halves of a pair cannot be printed. */
const names = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', "'", '\\', '\n', '\r', '\u2028', '#', '{', '$', '\u202e'),
  }),
  fc.string({ unit: 'binary' }),
);

describe('names in Python', () => {
  it('are read as they were typed', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(readPython(pythonString(name))).toBe(name.replace(/\p{Cs}/gu, '\ufffd'));
      }),
      { numRuns: 2000 },
    );
  });

  it('stay on one line and turn no text round', () => {
    const literal = pythonString('a\r\n"""\nimport os\u2028\u202e\u0085\\');
    expect(literal).toBe(String.raw`"a\u000d\n\"\"\"\nimport os\u2028\u202e\u0085\\"`);
  });

  it('have no half of a surrogate pair', () => {
    expect(pythonString('a\ud800b')).toBe(String.raw`"a\ufffdb"`);
  });

  it('keep letters of any language', () => {
    expect(pythonString('λ = 0.1 · größer')).toBe('"λ = 0.1 · größer"');
  });
});

describe('data in Python', () => {
  it('are written as Python has them', () => {
    expect(pythonLiteral({ a: [1, 0.5, 1e-7, true, null], b: 'x' })).toBe(
      '{"a": [1, 0.5, 1e-7, True, None], "b": "x"}',
    );
  });

  it('keep numbers that Python has no sign for', () => {
    expect([NaN, Infinity, -Infinity, -0].map((value) => pythonLiteral(value))).toEqual([
      'float("nan")',
      'float("inf")',
      'float("-inf")',
      '-0.0',
    ]);
  });

  it('leave out what is undefined, and break what is long', () => {
    const long = pythonLiteral({
      none: undefined,
      words: Array.from({ length: 8 }, () => 'a word'),
    });
    expect(long.split('\n')).toHaveLength(3);
    expect(long).not.toContain('none');
    expect(long.split('\n')[1]).toBe(
      `    "words": [${Array.from({ length: 8 }, () => '"a word"').join(', ')}],`,
    );
  });

  it('are nothing that a program has, such as a function', () => {
    expect(() => pythonLiteral(() => 1)).toThrow(TypeError);
  });
});
