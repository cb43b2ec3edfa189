/** Where a script's rows come from: the rule that makes them, scikit-learn, or the site's own files. */
import type { Dataset, Shard } from '../../datasets/dataset.ts';
import type { CodeSection } from './code-section.ts';
import { generatedSetCode } from './generated-sets.ts';
import { keptTable } from '../../datasets/own/kept-tables.ts';
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import generatedRows from './python/generated_rows.py?raw';
import ownTable from './python/own_table.py?raw';
import scikitLearn from './python/scikit_learn.py?raw';
import siteFiles from './python/site_files.py?raw';
import storedRows from './python/stored_rows.py?raw';
import { pythonLiteral, pythonString } from './python-literal.ts';
import { storedFiles } from './stored-files.ts';

export interface DataCode {
  /** Besides those of every script. */
  readonly imports: readonly string[];
  readonly constants: string;
  readonly section: CodeSection;
}

/** `siteAddress`: where the site's public files lie, ending in "/". */
export function dataCode(dataset: Dataset, siteAddress: string): DataCode {
  const facts = {
    SET: dataset.id,
    FEATURES: dataset.featureCount,
    CLASSES: dataset.outputs,
    STANDARDIZES_FEATURES: dataset.standardizes.features,
    STANDARDIZES_TARGET: dataset.standardizes.target,
    // Of an own table alone: what is 0 or 1 stays as it is, and numbers may be missing.
    NUMBERS: null,
  };
  const kept = keptTable(dataset.id);
  if (kept) return ownTableCode(kept.table, facts);
  const rule = generatedSetCode(dataset.id);
  return rule === null ? storedCode(dataset.id, facts, siteAddress) : generatedCode(rule, facts);
}

/** Throws where the table does not say how its file is read. */
function ownTableCode(table: OwnTable, facts: Constants): DataCode {
  const { fileName, fileSum, classNames, rowCount, reading, inputs } = table;
  if (!reading) throw new Error(`It is not known how ${fileName} is read: open it again.`);
  const constants = {
    ...facts,
    NUMBERS: inputs.map(({ isNumber }) => isNumber),
    FILE: fileName,
    FILE_SHA256: fileSum,
    ROWS: rowCount,
    CLASS_NAMES: classNames,
    READING: reading,
  };
  return {
    imports: [
      ...['import csv', 'import functools', 'import hashlib', 'import io', 'import re'],
      'from pathlib import Path',
    ],
    constants: constantsOf(constants),
    section: { title: 'The rows', code: joinCode(ownTable) },
  };
}

type Constants = Readonly<Record<string, unknown>>;

function generatedCode(rule: string, facts: Constants): DataCode {
  const code = joinCode(generatedRows, rule);
  return { imports: [], constants: constantsOf(facts), section: { title: 'The rows', code } };
}

function storedCode(id: string, facts: Constants, siteAddress: string): DataCode {
  const { files, loader } = storedFiles(id);
  const constants = {
    ...facts,
    FEATURE_MAXIMUM: files.featureMaximum,
    SHARD_ROWS: { training: rowsOf(files.training), heldOut: rowsOf(files.heldOut ?? []) },
  };
  if (loader !== null)
    return {
      imports: ['import sklearn.datasets'],
      constants: constantsOf(constants),
      section: {
        title: 'The rows',
        code: joinCode(scikitLearn.replace('LOADER', `sklearn.datasets.${loader}`), storedRows),
      },
    };
  const shards = {
    training: namesOf(files.training),
    heldOut: namesOf(files.heldOut ?? []),
  };
  const address = pythonString(`${siteAddress}data`);
  return {
    imports: [
      ...['import hashlib', 'import urllib.request', 'import zlib'],
      'from pathlib import Path',
    ],
    constants: constantsOf({
      ...constants,
      ENCODING: files.encoding === 'bytes' ? 'uint8' : '<f4',
      SHARDS: shards,
    }),
    section: {
      title: 'The rows',
      code: joinCode(
        siteFiles.replace('DATA_ADDRESS', () => address),
        storedRows,
      ),
    },
  };
}

function rowsOf(shards: readonly Shard[]): number[] {
  return shards.map(({ rows }) => rows);
}

function namesOf(shards: readonly Shard[]): [file: string, sha256: string][] {
  return shards.map(({ file, sha256 }) => [file, sha256]);
}

function constantsOf(constants: Constants): string {
  return Object.entries(constants)
    .map(([name, value]) => `${name} = ${pythonLiteral(value)}\n`)
    .join('');
}

/** Two empty lines between definitions. */
export function joinCode(...parts: readonly string[]): string {
  return `${parts.map((part) => part.trim()).join('\n\n\n')}\n`;
}
