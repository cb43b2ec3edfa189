/** A table that the user brought, as a data set like any other. */
import type { Dataset } from '../dataset.ts';
import { startSizes } from './table/start-sizes.ts';
import type { OwnTable, OwnTableId } from './table/own-table.ts';

const LONGEST_LABEL = 28;

export function ownTableDataset(table: OwnTable): Dataset & { readonly id: OwnTableId } {
  const { id, fileName, fileSum, targetName, classNames, inputs, rowCount } = table;
  const isRegression = classNames.length === 0;
  return {
    id,
    label: labelOf(fileName),
    group: 'tables',
    task: isRegression ? 'regression' : 'classification',
    featureCount: inputs.length,
    outputs: isRegression ? 1 : classNames.length,
    classNames,
    words: { examples: 'rows', class: isRegression ? 'value' : 'class' },
    introduction: { aim: `learn to predict “${targetName}” from`, rows: 'rows' },
    featureNames: inputs.map(({ name }) => name),
    image: null,
    target: isRegression
      ? { name: targetName, unit: 'standard deviations of the training values' }
      : null,
    noise: null,
    standardizes: {
      features: true,
      target: isRegression,
      numbers: inputs.map(({ isNumber }) => isNumber),
    },
    start: {
      ...startSizes(rowCount),
      ...{
        hiddenLayers: [32],
        learningRate: 0.01,
        batchSize: 20,
        epochs: 60,
        repeats: 5,
        pace: 60,
      },
      arms: [{}, { l2: { lambda: 0.03 } }],
    },
    poolRows: { training: rowCount, heldOut: null },
    rows: {
      kind: 'held',
      all: {
        ...{ count: rowCount, features: table.features, featureScale: 1, targets: table.targets },
      },
      firstEqual: table.firstEqual,
    },
    source: `${fileName}, opened in this browser, which it does not leave; SHA-256 ${fileSum.slice(0, 16)}…`,
    licence: 'yours to know',
    thumbnail: `<g fill="none" stroke="currentColor" stroke-width="1.6">
      <path d="M8 6h38v28H8zM8 13h38M8 20h38M8 27h38M20.5 6v28M33.5 6v28"/>
    </g>`,
  };
}

function labelOf(fileName: string): string {
  const plain = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim() || 'Own table';
  return plain.length > LONGEST_LABEL ? `${plain.slice(0, LONGEST_LABEL - 1)}…` : plain;
}
