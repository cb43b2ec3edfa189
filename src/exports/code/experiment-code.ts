/**
 * An experiment as a program: settings, rows, training and figures as sections, which a script and a notebook put
 * together. The page's own random numbers are drawn in it, so that it trains on the page's own rows.
 */
import { findDataset } from '../../datasets/registry.ts';
import { armName } from '../../experiment/arm-name.ts';
import { settingsOfArm } from '../../experiment/experiment.ts';
import type { Arm, Experiment, SharedSettings } from '../../experiment/experiment.ts';
import { armRules } from './arm-rules.ts';
import type { CodeSection } from './code-section.ts';
import { dataCode, joinCode } from './data-code.ts';
import kerasCode from './python/keras.py?raw';
import lanesCode from './python/lanes.py?raw';
import measuringCode from './python/measuring.py?raw';
import pytorchCode from './python/pytorch.py?raw';
import randomNumbers from './python/random_numbers.py?raw';
import splitCode from './python/split.py?raw';
import { pythonLiteral } from './python-literal.ts';

export const FRAMEWORKS = ['pytorch', 'keras'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

const IMPORTS: Readonly<Record<Framework, readonly string[]>> = {
  pytorch: ['import copy', 'import torch', 'from torch import nn'],
  keras: ['import keras'],
};

const TRAINING: Readonly<Record<Framework, string>> = { pytorch: pytorchCode, keras: kerasCode };

export interface CodeRequest {
  readonly experiment: Experiment;
  /** Of the experiment's: one arm, or all. */
  readonly arms: readonly Arm[];
  readonly framework: Framework;
  /** Where the site's public files lie, ending in "/". */
  readonly siteAddress: string;
}

/** `imports` are lines of their own, before all sections. */
export interface ExperimentCode {
  readonly imports: string;
  readonly sections: readonly CodeSection[];
}

export function experimentCode(
  { experiment, arms, framework, siteAddress }: CodeRequest,
  moreImports: readonly string[] = [],
): ExperimentCode {
  const dataset = findDataset(experiment.data.dataset);
  if (!dataset) throw new Error(`There is no data set ${experiment.data.dataset}.`);
  const data = dataCode(dataset, siteAddress);
  const settings = `${data.constants}\n${settingsCode(experiment, arms)}`;
  return {
    imports: importLines([...IMPORTS[framework], ...data.imports, ...moreImports]),
    sections: [
      { title: 'What is trained', code: settings },
      { title: 'Random numbers', code: randomNumbers },
      data.section,
      { title: 'Who trains, who validates, and wrong labels', code: splitCode },
      { title: 'What is measured, and how training starts and stops', code: measuringCode },
      { title: 'The network and its training', code: TRAINING[framework] },
      { title: 'All trainings', code: lanesCode },
    ].map(({ title, code }) => ({ title, code: joinCode(code) })),
  };
}

/** Standard library first, each part in the order of names. */
function importLines(more: readonly string[]): string {
  const others = [
    'import keras',
    'import matplotlib.pyplot as plt',
    'import sklearn.datasets',
    'import torch',
    'from torch import nn',
  ];
  const all = [...new Set(['import json', 'import numpy as np', ...more])];
  const isOther = (line: string) => others.includes(line) || line === 'import numpy as np';
  const standard = all.filter((line) => !isOther(line)).sort(byName);
  return `${standard.join('\n')}\n\n${all.filter(isOther).join('\n')}\n`;
}

/** "import …" before "from … import …". */
function byName(a: string, b: string): number {
  const rank = (line: string) => (line.startsWith('import') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function settingsCode(experiment: Experiment, arms: readonly Arm[]): string {
  const { training, foldCount, data } = experiment;
  const shared = plainSettings(experiment, experiment);
  const folds =
    foldCount === undefined ? null : { count: foldCount, training_examples: data.trainingExamples };
  const listed = arms.map((arm) => {
    const own = changedFrom(shared, plainSettings(settingsOfArm(experiment, arm), experiment));
    return {
      name: armName(arm),
      regularizers: armRules(arm.regularizers),
      ...(Object.keys(own).length > 0 && { own }),
    };
  });
  return [
    '# Everything random follows from the seed; each repeat has draws of its own.',
    `SEED = ${pythonLiteral(training.seed)}`,
    `REPEATS = ${pythonLiteral(training.replicates)}`,
    '# Cross-validation; None: once on the rows as they are.',
    `FOLDS = ${pythonLiteral(folds)}`,
    `SHARED = ${pythonLiteral(shared)}`,
    '# Penalties: l2 is its factor times the sum of squares, l1 times the sum of sizes; dropout rates are',
    '# of dropping. "own" stands in place of what is shared.',
    `ARMS = ${pythonLiteral(listed)}`,
  ].join('\n');
}

type PlainSettings = Readonly<Record<string, unknown>>;

function plainSettings({ data, network, training }: SharedSettings, of: Experiment): PlainSettings {
  const sizes = of.arms.map((arm) => settingsOfArm(of, arm).data.trainingExamples);
  return {
    training_examples: data.trainingExamples,
    validation_examples: data.validationExamples,
    wrong_label_share: data.wrongLabelShare,
    noise: data.noise,
    own_points: data.ownPoints ?? [],
    removed_points: data.removedPoints ?? [],
    // Test rows are the same for all arms.
    largest_training_examples: Math.max(of.data.trainingExamples, ...sizes),
    repeats_redraw_data: training.replicateScope === 'everything',
    hidden_layers: network.hiddenLayers,
    activation: network.activation,
    initialization: network.initialization,
    optimizer: training.optimizer,
    learning_rate: training.learningRate,
    batch_size: training.batchSize,
    epochs: training.epochs,
    judges_test: false,
  };
}

function changedFrom(shared: PlainSettings, own: PlainSettings): PlainSettings {
  return Object.fromEntries(
    Object.entries(own).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(shared[key]),
    ),
  );
}
