/**
 * `npm run docs`: writes what in docs/ is counted or copied from the code: the table of presets and their claims
 * (docs/presets.md), and the sizes of the folders of src (docs/architecture.md).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presetsTable } from '../tests/effects/presets-table.ts';

/** Replaces the rows below the first line that begins with `heading` and the rule beneath it. */
function replaceRows(path: string, heading: string, rowsOf: (old: string[]) => string[]): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const first = lines.findIndex((line) => line.startsWith(heading)) + 2;
  if (first === 1) throw new Error(`${path} has no table that begins with “${heading}”.`);
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'));
  lines.splice(first, length, ...rowsOf(lines.slice(first, first + length)));
  writeFileSync(path, lines.join('\n'));
}

interface Size {
  readonly files: number;
  readonly lines: number;
}

/** Files and lines below a folder: of what is shipped, and of tests with their fixtures. */
function sizesOf(folder: string): readonly [code: Size, tests: Size] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const isTest = (name: string) => /(\.test|-fixture)\.tsx?$|fixtures/.test(name);
  const sizeOf = (some: readonly string[]) => ({
    files: some.length,
    lines: some.reduce((sum, name) => sum + readFileSync(name, 'utf8').split('\n').length - 1, 0),
  });
  return [sizeOf(names.filter((name) => !isTest(name))), sizeOf(names.filter(isTest))];
}

/** `| folder | what is in it | files | lines | test files | test lines |`: the words stay, the sizes are counted. */
function folderRows(old: readonly string[]): string[] {
  const folders = readdirSync('src', { withFileTypes: true }).filter((one) => one.isDirectory());
  const known = old.map((row) => row.split('|').map((cell) => cell.trim()));
  const nameless = folders.find(({ name }) => !known.some(([, cell]) => cell === `\`${name}/\``));
  if (nameless) throw new Error(`docs/architecture.md has no row for src/${nameless.name}.`);
  return known.map(([, folder = '', words = '']) => {
    const [code, tests] = sizesOf(join('src', folder.replaceAll('`', '')));
    const sizes = [code.files, code.lines, tests.files, tests.lines];
    const counted = sizes.map((size) => size.toLocaleString('en-US'));
    return `| ${[folder, words, ...counted].join(' | ')} |`;
  });
}

replaceRows('docs/presets.md', '| number |', presetsTable);
replaceRows('docs/architecture.md', '| folder |', folderRows);
