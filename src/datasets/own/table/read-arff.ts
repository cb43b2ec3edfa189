/** ARFF, Weka's form of a table: attributes with their names, and then rows between commas. */
import { TableError } from './table-error.ts';

export interface Arff {
  readonly names: readonly string[];
  /** What stands after "@data" … */
  readonly body: string;
  /** … and the number of lines before it. */
  readonly bodyLine: number;
  readonly quote: '"' | "'";
}

const ATTRIBUTE = /^@attribute\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S+))\s+\S/i;

export function isArff(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('%'));
  return first !== undefined && /^\s*@relation\b/i.test(first);
}

export function readArff(text: string): Arff {
  const names: string[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, content] of lines.entries()) {
    const line = content.trim();
    if (/^@attribute\b/i.test(line)) {
      const found = ATTRIBUTE.exec(line);
      if (!found)
        throw new TableError(`Line ${index + 1} names no attribute: “${line.slice(0, 60)}”.`);
      names.push((found[1] ?? found[2] ?? found[3] ?? '').replaceAll(/\\(.)/g, '$1'));
    } else if (/^@data\b/i.test(line)) {
      // Remarks leave their lines empty, so that lines keep their numbers.
      const body = lines
        .slice(index + 1)
        .map((row) => (row.trimStart().startsWith('%') ? '' : row));
      const sparse = body.findIndex((row) => row.trimStart().startsWith('{'));
      if (sparse >= 0)
        throw new TableError(
          `Line ${index + 2 + sparse} is written as a sparse row, in curly brackets; only full rows are read.`,
        );
      const whole = body.join('\n');
      const singles = whole.split("'").length;
      return {
        ...{ names, body: whole, bodyLine: index + 1 },
        quote: singles > whole.split('"').length ? "'" : '"',
      };
    }
  }
  throw new TableError('This ARFF file has no line “@data”, after which its rows would stand.');
}
