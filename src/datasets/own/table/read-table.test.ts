/** The real files of tests/csv (their sources are in its README) come in as they should. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTable, readTable } from './read-table.ts';
import { readTableRecipe, recipeOf } from './table-recipe.ts';
import type { TableChoices } from './table-choices.ts';

const bytesOf = (file: string) =>
  new Uint8Array(readFileSync(`${import.meta.dirname}/../../../../tests/csv/${file}`));

function open(file: string, choices: TableChoices = {}) {
  const { grid, plan, preview } = readTable(bytesOf(file), choices);
  const column = (name: string) => {
    const found = preview.columns.find((one) => one.name === name);
    if (!found) throw new Error(`no column ${name}: ${grid.names.join(', ')}`);
    return found;
  };
  const target = preview.target ? (grid.names[preview.target.column] ?? '') : null;
  const warnings = preview.warnings.join('\n');
  const size = [preview.rows, preview.columns.length];
  return { grid, plan, choices, preview, column, target, warnings, size };
}

describe('titanic.csv', () => {
  const { preview, column, target, warnings, size } = open('titanic.csv');

  test('all rows and columns; what is missing', () => {
    expect(size).toEqual([1309, 14]);
    expect(preview.badRows).toEqual([]);
    const missing = Object.fromEntries(
      preview.columns.filter((one) => one.missing > 0).map((one) => [one.name, one.missing]),
    );
    expect(missing).toEqual({
      ...{ age: 263, fare: 1, cabin: 1014, embarked: 2, boat: 823, body: 1188 },
      'home.dest': 564,
    });
  });

  test('who survived is predicted; what looks like an id is left out', () => {
    expect(target).toBe('survived');
    expect(preview.target?.classes).toEqual([
      { name: '0', rows: 809 },
      { name: '1', rows: 500 },
    ]);
    for (const name of ['name', 'ticket']) {
      expect(column(name).use).toBe('leftOut');
      expect(column(name).reason).toContain('Looks like an id');
    }
    expect(column('ticket').reason).toContain('957 of 1,309 values are numbers');
    expect(column('body').reason).toBe('Mostly missing: in 1,188 of 1,309 rows.');
    expect(column('sex').use).toBe('categories');
    expect(column('age').reason).toContain('median of the training rows');
    expect(preview.refusal).toBeNull();
  });

  test('the boat gives the answer away', () => {
    expect(warnings).toContain('“boat” alone tells “survived” in 97 % of the rows');
    expect(warnings).not.toContain('“sex” alone');
  });
});

test('heart-cleveland.data: five classes, or one against the rest', () => {
  const { preview, column, size } = open('heart-cleveland.data');
  expect(size).toEqual([303, 14]);
  expect([column('(ca)').missing, column('(thal)').missing]).toEqual([4, 2]);
  expect(preview.target?.column).toBe(13);
  expect(preview.target?.classes.map(({ name }) => name)).toEqual(['0', '1', '2', '3', '4']);
  const healthy = open('heart-cleveland.data', { oneAgainstRest: '0' }).preview.target;
  expect(healthy?.classes).toEqual([
    { name: '0', rows: 164 },
    { name: 'not 0', rows: 139 },
  ]);
});

test('penguins_raw.csv: what tells nothing is left out, each with its reason', () => {
  const { column, preview, target, size } = open('penguins_raw.csv');
  expect(size).toEqual([344, 17]);
  expect(target).toBe('Species');
  expect(preview.target?.classes).toHaveLength(3);
  const reasons = {
    Region: 'Constant',
    Stage: 'Constant',
    'Date Egg': 'A date',
    'Individual ID': 'Looks like an id',
    Comments: 'missing in 290 of 344',
  };
  for (const [name, reason] of Object.entries(reasons)) {
    expect(column(name).use).toBe('leftOut');
    expect(column(name).reason.toLowerCase().replace(': in ', ' in ')).toContain(
      reason.toLowerCase(),
    );
  }
  expect(column('Body Mass (g)').use).toBe('number');
});

test('student-mat.csv: values to predict; as classes several are small, and that is said', () => {
  const { column, preview, target, size, warnings } = open('student-mat.csv');
  expect(size).toEqual([395, 14]);
  expect(preview.columns[0]?.name).toBe('traveltime');
  expect(target).toBe('G3');
  expect(preview.target?.task).toBe('values');
  expect(column('G3').possibleTasks).toEqual(['values', 'classes']);
  expect(column('schoolsup').use).toBe('categories');
  expect(warnings).not.toContain('classes');
  const asClasses = open('student-mat.csv', { task: 'classes' });
  expect(asClasses.preview.target?.classes).toHaveLength(18);
  expect(asClasses.warnings).toMatch(/of the 18 classes have fewer than 10 rows/);
});

test('winequality-red.csv: no header; repeated rows are told', () => {
  const { grid, preview, warnings, size } = open('winequality-red.csv');
  expect(size).toEqual([1599, 12]);
  expect(preview.format.hasHeader).toBe(false);
  expect(grid.names).toEqual(Array.from({ length: 12 }, (_, i) => `column ${i + 1}`));
  expect(grid.rows[0]?.[0]).toBe('7.4');
  expect(warnings).toContain('240 rows repeat an earlier one');
});

test('wine-german.csv: semicolons, decimal commas, Windows-1252', () => {
  const { grid, preview, size } = open('wine-german.csv');
  expect(size).toEqual([400, 12]);
  expect(preview.encoding).toBe('Windows-1252');
  expect(preview.format).toMatchObject({ delimiter: ';', decimal: ',', hasHeader: true });
  expect(grid.names[11]).toBe('Qualität');
  expect(preview.columns.every(({ type }) => type === 'number')).toBe(true);
});

test('auto-mpg.data: runs of spaces and a tab; the name of the car is an id', () => {
  const { column, preview, size } = open('auto-mpg.data');
  expect(size).toEqual([398, 9]);
  expect(preview.format.delimiter).toBe('spaces');
  expect(column('horsepower').missing).toBe(6);
  expect(column('weight').type).toBe('number');
  expect(column('carname').use).toBe('leftOut');
  expect(column('carname').reason).toContain('Looks like an id');
});

test('boston_house_prices.csv: a line of counts before the header', () => {
  const { grid, preview, target, size } = open('boston_house_prices.csv');
  expect(size).toEqual([506, 14]);
  expect(preview.format).toMatchObject({ skippedLines: 1, hasHeader: true });
  expect(grid.names[0]).toBe('CRIM');
  expect(preview.columns.every(({ type }) => type === 'number')).toBe(true);
  expect([target, preview.target?.task]).toEqual(['MEDV', 'values']);
});

test('challenge.csv: types from all rows', () => {
  const { column, size } = open('challenge.csv');
  expect(size).toEqual([2000, 2]);
  expect(column('x').type).toBe('number');
  expect(column('y').type).toBe('date');
  expect(column('y').missing).toBe(1000);
});

test('bank-bom.csv: no byte-order mark in the first name', () => {
  const { grid, column, size } = open('bank-bom.csv');
  expect(size).toEqual([46, 13]);
  expect(grid.names[0]).toBe('Name');
  expect(column('Date').type).toBe('date');
  expect(column('Name').use).toBe('leftOut');
});

test('whitespace-sample.txt: four columns, and a clear word', () => {
  const { preview, size } = open('whitespace-sample.txt');
  expect(size).toEqual([3, 4]);
  expect(preview.refusal).toContain('There is nothing to learn from');
});

test('quotes_and_newlines.csv, utf8.csv: as RFC 4180 says', () => {
  const quotes = open('quotes_and_newlines.csv').grid;
  expect(quotes.names).toEqual(['a', 'b']);
  expect(quotes.rows).toEqual([
    ['1', 'ha \n"ha" \nha'],
    ['3', '4'],
  ]);
  expect(open('utf8.csv').grid.rows).toEqual([
    ['1', '2', '3'],
    ['4', '5', 'ʤ'],
  ]);
});

test('the same file comes to the same table, other choices to another', () => {
  const id = (choices: TableChoices, name = 'a.csv') =>
    buildTable(open('titanic.csv', choices), bytesOf('titanic.csv'), name).id;
  expect(id({})).toBe(id({}, 'renamed.csv'));
  expect(id({ uses: ['leftOut'] })).not.toBe(id({}));
});

test('a recipe outlasts JSON and makes the same table of the file again', () => {
  const choices = { target: 0, oneAgainstRest: '2', uses: ['leftOut', null] } as const;
  const table = buildTable(open('titanic.csv', choices), bytesOf('titanic.csv'), 'titanic.csv');
  const recipe = readTableRecipe(JSON.parse(JSON.stringify(recipeOf(table))));
  expect(recipe).toEqual(recipeOf(table));
  const again = buildTable(open('titanic.csv', recipe?.choices), bytesOf('titanic.csv'), 'b.csv');
  expect(again.id).toBe(table.id);
});

test('whatever else is no recipe, or one without the choices that cannot be', () => {
  const id = 'table-0123456789abcdef';
  const text = { fileName: 'a.csv', fileSum: '00' };
  expect(readTableRecipe({ id, ...text, choices: { target: -1, uses: ['x'], task: 7 } })).toEqual({
    ...{ id, ...text },
    choices: { uses: [null] },
  });
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (value, choices) => {
      expect(readTableRecipe(value)).toBeNull();
      const recipe = readTableRecipe({ id, ...text, choices });
      const read = open('titanic.csv', recipe?.choices);
      expect(read.preview.columns.length).toBeGreaterThan(0);
    }),
    { numRuns: 20 },
  );
});
