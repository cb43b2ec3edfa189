/**
 * `npm run test:exports`: runs the PyTorch scripts of presets as users get them, and holds them against what
 * the presets claim (tests/effects/claims), against the page's own figures for the same seeds, and after
 * one epoch of every preset against the page's losses; a sweep's script runs here and on a local Dask cluster, and its notebook
 * here; Keras scripts and notebooks are parsed, and Keras' arguments held against a table.
 * Needs Python with torch, scikit-learn and distributed; on Debian they are installed when root. `-- P1
 * first-epochs sweep keras` does some of it. The last line is `N passed, N failed`.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { armName } from '../src/experiment/arm-name.ts';
import type { Experiment } from '../src/experiment/experiment.ts';
import { PRESETS } from '../src/presets/registry.ts';
import { describeMargin, examine, meanOf } from '../tests/effects/claim.ts';
import type { Claim } from '../tests/effects/claim.ts';
import { CLAIMS } from '../tests/effects/claims/all-claims.ts';
import { openTrainer } from '../tests/effects/train-effects.ts';
import type { Training } from '../tests/effects/train-effects.ts';
import { compareFirstEpoch, compareMeans } from '../tests/exports/compare-with-page.ts';
import type { Comparison } from '../tests/exports/compare-with-page.ts';
import { checkCode } from '../tests/exports/check-code.ts';
import { findPython } from '../tests/exports/find-python.ts';
import { holdSweep } from '../tests/exports/hold-sweep.ts';
import { OTHER_EXPERIMENTS } from '../tests/exports/other-experiments.ts';
import { OWN_TABLE_EXPERIMENTS } from '../tests/exports/own-table-experiments.ts';
import { runScript } from '../tests/exports/run-script.ts';
import { pytorchScript, scriptTraining } from '../tests/exports/script-training.ts';

const IDS = ['P1', 'P2', 'P5', 'P7b', 'P10', 'P11'];
const SEEDS = [1, 2, 3];

const wanted = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

function report(holds: boolean, text: string): void {
  counts[holds ? 'passed' : 'failed'] += 1;
  console.log(`${holds ? 'ok  ' : 'FAIL'}  ${text}`);
}

function reportComparison({ arm, figure, script, page, margin, holds }: Comparison): void {
  const digits = figure.includes('loss') ? 4 : 1;
  const [ours, theirs, most] = [script, page, margin].map((value) => value.toFixed(digits));
  report(holds, `${arm}: ${figure} ${ours ?? ''}, on the page ${theirs ?? ''} (± ${most ?? ''})`);
}

/** Trains once what the claim asks for, and keeps the answers for a second look. */
function keeping({ train, ...others }: Training) {
  const kept = new Map<number, Awaited<ReturnType<Training['train']>>>();
  const training: Training = {
    ...others,
    train: async (experiment, seed, wishes) => {
      const answer = await train(experiment, seed, wishes);
      kept.set(seed, answer);
      return answer;
    },
  };
  return { training, answers: () => SEEDS.flatMap((seed) => kept.get(seed) ?? []) };
}

async function holdClaim(claim: Claim, python: string, trainer: Training): Promise<void> {
  const experiment = experimentOf(claim);
  console.log(`\n${claim.id} ${claim.preset?.id ?? ''}: ${claim.says}`);
  const script = keeping(scriptTraining(python));
  for (const { margin, values, holds } of await examine(claim, script.training, SEEDS)) {
    const figures = values.map((value) => value.toFixed(1)).join('  ');
    const words = `${margin.figure}: ${describeMargin(margin)}: ${figures}`;
    report(holds, `${words} (mean ${meanOf(values).toFixed(1)})`);
  }
  const page = keeping(trainer);
  await examine(claim, page.training, SEEDS);
  const arms = experiment.arms.map(armName);
  compareMeans(arms, script.answers(), page.answers()).forEach(reportComparison);
}

function experimentOf({ id, preset }: Claim): Experiment {
  if (!preset || !('experiment' in preset)) throw new Error(`${id} is of no experiment.`);
  return preset.experiment;
}

async function holdFirstEpochs(python: string, trainer: Training): Promise<void> {
  console.log('\nAfter one epoch scripts have the page’s losses:');
  const presets = PRESETS.map(({ id, experiment }) => [id, { experiment, file: null }] as const);
  const others = Object.entries(OTHER_EXPERIMENTS).map(
    ([id, experiment]) => [id, { experiment, file: null }] as const,
  );
  const all = [...presets, ...others, ...Object.entries(OWN_TABLE_EXPERIMENTS)];
  for (const [id, { experiment, file }] of all) {
    const training = { ...experiment.training, epochs: 1 };
    const short: Experiment = { ...experiment, training };
    const results = await runScript(
      python,
      pytorchScript(short),
      file ? ['--data', resolve(file.path)] : [],
    );
    const table = file && { ...file, text: readFileSync(file.path, 'utf8') };
    const page = await trainer.train(short, training.seed, table ? { table } : {});
    const losses = page.results.map(({ row }) => row.validationLoss);
    const arms = results.map(
      ({ name, replicate, fold }) => `${id}, ${name}, repeat ${replicate + 1}, fold ${fold + 1}`,
    );
    const own = results.map((one) => one.validation_loss);
    if (own.length !== losses.length) report(false, `${id}: another number of trainings`);
    const steps = experiment.data.trainingExamples / training.batchSize;
    compareFirstEpoch(arms, own, losses, steps).forEach(reportComparison);
  }
}

const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const claims = CLAIMS.filter(
  ({ id, preset }) => IDS.includes(id) && isWanted(id) && preset !== null && 'experiment' in preset,
);
const python = findPython();
const trainer = await openTrainer();
try {
  for (const claim of claims) await holdClaim(claim, python, trainer);
  if (isWanted('first-epochs')) await holdFirstEpochs(python, trainer);
  if (isWanted('sweep')) {
    console.log('\nA sweep of two by two, in two folds:');
    for (const { holds, text } of await holdSweep(python, trainer)) report(holds, text);
  }
  if (isWanted('keras')) {
    console.log('\nKeras scripts, and notebooks:');
    for (const { holds, text } of await checkCode(python)) report(holds, text);
  }
} finally {
  await trainer.close();
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
// Nothing that was asked for is no success.
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
