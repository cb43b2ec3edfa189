/** The tables: breast cancer, wine and diabetes from scikit-learn, spam from kernlab. */
import { resolve } from 'node:path';
import { poolOfTable } from './pool.ts';
import { readDataFrame } from './read-rda.ts';
import { inputOf, parseTable, readSource } from './source-file.ts';
import { writeDataset } from './write-dataset.ts';
import type { Facts } from './write-dataset.ts';

const ONE_POOL = 'One pool in the order of the source; the seed draws all parts from it.';
const UCI = 'CC BY 4.0 (UCI Machine Learning Repository)';
const TABLE = { shape: null, featureMaximum: 1, split: ONE_POOL } as const;

const NUCLEUS = [
  ...['radius', 'texture', 'perimeter', 'area', 'smoothness', 'compactness', 'concavity'],
  ...['concave points', 'symmetry', 'fractal dimension'],
];

/** From breast_cancer.csv: a line about the table, then 30 features and the class. */
export async function buildBreastCancer(path: string) {
  const file = readSource(path, '36ef90874abc87f4b4a8554dcc17cf6f');
  const facts: Facts = {
    ...TABLE,
    id: 'breast-cancer',
    name: 'Breast Cancer Wisconsin (Diagnostic)',
    featureNames: [
      ...NUCLEUS.map((name) => `mean ${name}`),
      ...NUCLEUS.map((name) => `${name} error`),
      ...NUCLEUS.map((name) => `worst ${name}`),
    ],
    classes: 2,
    source:
      'Breast Cancer Wisconsin (Diagnostic) by W. Wolberg, O. Mangasarian, N. Street and W. Street (UCI Machine Learning Repository): 569 tumours, as in scikit-learn 1.2.1',
    licence: UCI,
    citation:
      'W. Wolberg, O. Mangasarian, N. Street, W. Street (1993): Breast Cancer Wisconsin (Diagnostic). UCI Machine Learning Repository. https://doi.org/10.24432/C5DW2B',
    inputs: [inputOf(file)],
  };
  const training = poolOfTable(parseTable(file, ',').slice(1));
  await writeDataset(facts, { training, heldOut: null });
}

/** From wine_data.csv: a line about the table, then 13 features and the class. */
export async function buildWine(path: string) {
  const file = readSource(path, '4a4db56405701ab0f3ed0e194e993c0f');
  const facts: Facts = {
    ...TABLE,
    id: 'wine',
    name: 'Wine',
    featureNames: [
      ...['alcohol', 'malic acid', 'ash', 'alcalinity of ash', 'magnesium', 'total phenols'],
      ...['flavanoids', 'nonflavanoid phenols', 'proanthocyanins', 'colour intensity', 'hue'],
      ...['OD280/OD315', 'proline'],
    ],
    classes: 3,
    source:
      'Wine by S. Aeberhard and M. Forina (UCI Machine Learning Repository): 178 wines of three growers, as in scikit-learn 1.2.1',
    licence: UCI,
    citation:
      'S. Aeberhard, M. Forina (1992): Wine. UCI Machine Learning Repository. https://doi.org/10.24432/C5PC7J',
    inputs: [inputOf(file)],
  };
  const training = poolOfTable(parseTable(file, ',').slice(1));
  await writeDataset(facts, { training, heldOut: null });
}

/** From the folder of diabetes_data_raw.csv.gz and diabetes_target.csv.gz. */
export async function buildDiabetes(folder: string) {
  const read = (name: string, md5: string) => readSource(resolve(folder, name), md5);
  const features = read('diabetes_data_raw.csv.gz', '2c4ab40e72f133defddd16aa997d7a84');
  const targets = read('diabetes_target.csv.gz', '3e3835cad7a1565b5142786dfbd64bc6');
  const facts: Facts = {
    ...TABLE,
    id: 'diabetes',
    name: 'Diabetes',
    featureNames: [
      ...['age', 'sex', 'body mass index', 'blood pressure', 'total cholesterol', 'LDL', 'HDL'],
      ...['cholesterol / HDL', 'log triglycerides', 'blood sugar'],
    ],
    classes: 0,
    source:
      'Diabetes by B. Efron, T. Hastie, I. Johnstone and R. Tibshirani: 442 patients, in the units it was measured in, as in scikit-learn 1.2.1',
    licence: 'BSD 3-Clause, as part of scikit-learn; its authors name no licence of their own',
    citation:
      'B. Efron, T. Hastie, I. Johnstone, R. Tibshirani (2004): Least angle regression. Annals of Statistics 32(2), 407–499.',
    inputs: [inputOf(features), inputOf(targets)],
  };
  const values = parseTable(targets, ',');
  const table = parseTable(features, /\s+/).map((row, i) => [...row, ...(values[i] ?? [])]);
  await writeDataset(facts, { training: poolOfTable(table), heldOut: null });
}

/** From spam.rda. */
export async function buildSpam(path: string) {
  const file = readSource(path, 'f75da6a5392ba8b6aa18fa5587cc677b');
  const frame = readDataFrame(file.bytes);
  const columns = [...frame.values()];
  const facts: Facts = {
    ...TABLE,
    id: 'spam',
    name: 'Spambase',
    featureNames: [...frame.keys()].slice(0, -1).map(nameOfColumn),
    classes: 2,
    source:
      'Spambase by M. Hopkins, E. Reeber, G. Forman and J. Suermondt (UCI Machine Learning Repository): 4,601 e-mails as frequencies of 48 words and 6 characters and lengths of runs of capitals, as in the R package kernlab 0.9-32',
    licence: UCI,
    citation:
      'M. Hopkins, E. Reeber, G. Forman, J. Suermondt (1999): Spambase. UCI Machine Learning Repository. https://doi.org/10.24432/C53G6X',
    inputs: [inputOf(file)],
  };
  const rows = columns[0]?.length ?? 0;
  const table = Array.from({ length: rows }, (_, row) =>
    // The class is the last column, a factor that counts from 1.
    columns.map((column, i) => (column[row] ?? NaN) - (i === columns.length - 1 ? 1 : 0)),
  );
  await writeDataset(facts, { training: poolOfTable(table), heldOut: null });
}

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  charSemicolon: ';',
  charRoundbracket: '(',
  charSquarebracket: '[',
  charExclamation: '!',
  charDollar: '$',
  charHash: '#',
  capitalAve: 'capitals, mean run',
  capitalLong: 'capitals, longest run',
  capitalTotal: 'capitals, total',
};

/** The word or character that is counted; R cannot call a column "650". */
function nameOfColumn(name: string): string {
  return COLUMN_NAMES[name] ?? name.replace(/^num/, '');
}
