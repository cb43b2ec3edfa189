/** Plain data as Python source: what JSON can hold, and nothing that could end a string or run. */

/** Short lists stand on one line. */
const LINE_WIDTH = 88;

export function pythonLiteral(value: unknown, indent = ''): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return pythonString(value);
  const deeper = `${indent}    `;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return inBrackets('[', ']', indent, (own) => list.map((item) => pythonLiteral(item, own)));
  }
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no Python literal.`);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return inBrackets('{', '}', indent, () =>
    entries.map(([key, item]) => `${pythonString(key)}: ${pythonLiteral(item, deeper)}`),
  );
}

function inBrackets(
  open: string,
  close: string,
  indent: string,
  itemsAt: (indent: string) => string[],
): string {
  const deeper = `${indent}    `;
  const items = itemsAt(deeper);
  const line = `${open}${items.join(', ')}${close}`;
  if (items.every((item) => !item.includes('\n')) && indent.length + line.length <= LINE_WIDTH)
    return line;
  return `${open}\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}${close}`;
}

function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  // "-0" would be an integer, and positive, in Python.
  return Object.is(value, -0) ? '-0.0' : String(value);
}

/**
 * Escaped: quotes, backslashes, all control characters and line ends, what changes the direction of the text
 * around it, and halves of a surrogate pair, which Python cannot print.
 */
export function pythonString(text: string): string {
  const escaped = text.replace(/["\\]|[^\P{C}]|[\u2028\u2029]/gu, (character) =>
    character === '"' || character === '\\' ? `\\${character}` : codeOf(character),
  );
  return `"${escaped}"`;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return String.raw`\ufffd`;
  if (code === 10) return String.raw`\n`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
