/**
 * `npm run test:exports`: runs the PyTorch scripts of presets as users get them, and holds them against what
 * the presets claim (tests/effects/claims), against the page's own figures for the same seeds, and after
 * one epoch of every preset against the page's losses; Keras scripts are parsed, and their arguments held against a table.
 * Needs Python with torch, scikit-learn and distributed; on Debian they are installed when root. With
 * numbers (`npm run test:exports -- P1`) only those claims. The last line is `N passed, N failed`.
 */
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
import { checkKerasScripts } from '../tests/exports/check-keras-scripts.ts';
import { findPython } from '../tests/exports/find-python.ts';
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
  console.log('\nAfter one epoch every preset has the page’s losses:');
  for (const { id, experiment } of PRESETS) {
    const training = { ...experiment.training, epochs: 1 };
    const short: Experiment = { ...experiment, training };
    const results = await runScript(python, pytorchScript(short), []);
    const page = await trainer.train(short, training.seed);
    const losses = page.results.map(({ row }) => row.validationLoss);
    const arms = results.map(({ name, replicate }) => `${id}, ${name}, repeat ${replicate + 1}`);
    const own = results.map((one) => one.validation_loss);
    if (own.length !== losses.length) report(false, `${id}: another number of trainings`);
    const steps = experiment.data.trainingExamples / training.batchSize;
    compareFirstEpoch(arms, own, losses, steps).forEach(reportComparison);
  }
}

const claims = CLAIMS.filter(({ id }) => (wanted.length > 0 ? wanted : IDS).includes(id)).filter(
  ({ preset }) => preset !== null && 'experiment' in preset,
);
if (claims.length === 0) throw new Error(`No preset of Compare claims ${wanted.join(' or ')}.`);
const python = findPython();
const trainer = await openTrainer();
try {
  for (const claim of claims) await holdClaim(claim, python, trainer);
  if (wanted.length === 0) {
    await holdFirstEpochs(python, trainer);
    for (const { holds, text } of await checkKerasScripts(python)) report(holds, text);
  }
} finally {
  await trainer.close();
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
