/**
 * What is trained as a program: settings, rows, training and figures as sections, which a script and a notebook put
 * together. The page's own random numbers are drawn in it, so that it trains on the page's own rows.
 */
import { findDataset } from '../../datasets/registry.ts';
import type { CodePlan } from './code-plan.ts';
import type { CodeSection } from './code-section.ts';
import { dataCode, joinCode } from './data-code.ts';
import kerasCode from './python/keras.py?raw';
import lanesCode from './python/lanes.py?raw';
import measuringCode from './python/measuring.py?raw';
import pytorchCode from './python/pytorch.py?raw';
import randomNumbers from './python/random_numbers.py?raw';
import splitCode from './python/split.py?raw';
import { pythonLiteral } from './python-literal.ts';

export type Framework = 'pytorch' | 'keras';

const IMPORTS: Readonly<Record<Framework, readonly string[]>> = {
  pytorch: ['import copy', 'import torch', 'from torch import nn'],
  keras: ['import keras'],
};

const TRAINING: Readonly<Record<Framework, string>> = { pytorch: pytorchCode, keras: kerasCode };

/** `imports` are lines of their own, before all sections. */
export interface ExperimentCode {
  readonly imports: string;
  readonly sections: readonly CodeSection[];
}

/** `siteAddress`: where the site's public files lie, ending in "/". */
export function codeOf(
  plan: CodePlan,
  framework: Framework,
  siteAddress: string,
  moreImports: readonly string[],
): ExperimentCode {
  const dataset = findDataset(plan.dataset);
  if (!dataset) throw new Error(`There is no data set ${plan.dataset}.`);
  const data = dataCode(dataset, siteAddress);
  const settings = `${data.constants}\n${settingsCode(plan)}`;
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

function settingsCode({ seed, repeats, folds, shared, arms }: CodePlan): string {
  return [
    '# Everything random follows from the seed; each repeat has draws of its own.',
    `SEED = ${pythonLiteral(seed)}`,
    `REPEATS = ${pythonLiteral(repeats)}`,
    '# Cross-validation; None: once on the rows as they are.',
    `FOLDS = ${pythonLiteral(folds)}`,
    `SHARED = ${pythonLiteral(shared)}`,
    '# Penalties: l2 is its factor times the sum of squares, l1 times the sum of sizes; dropout rates are',
    '# of dropping. "own" stands in place of what is shared.',
    `ARMS = ${pythonLiteral(arms)}`,
  ].join('\n');
}
