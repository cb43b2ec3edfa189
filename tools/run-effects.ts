/**
 * `npm run effects`: holds every claim of the presets (tests/effects/claims) against its margins, over
 * several seeds on WASM in a real Chromium, and prints what it found, margin by margin; then how often the
 * claims of lessons held. With numbers or names of presets or lessons (`npm run effects -- P5 true-labels
 * learning-by-heart`) only theirs; with `--seeds=41,42` these seeds instead, for presets; with `--facts` also what
 * lessons quote of each seed. The last line is `N passed, N failed`.
 */
import { describeMargin, examine, meanOf } from '../tests/effects/claim.ts';
import type { Claim, Finding } from '../tests/effects/claim.ts';
import { LESSONS } from '../src/lessons/course/lessons.ts';
import { CLAIMS } from '../tests/effects/claims/all-claims.ts';
import { examineLesson } from '../tests/effects/lesson-claims.ts';
import { openTrainer } from '../tests/effects/train-effects.ts';

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const seeds = words
  .find((word) => word.startsWith('--seeds='))
  ?.slice('--seeds='.length)
  .split(',')
  .map(Number);
const showsFacts = words.includes('--facts');
const chosen = CLAIMS.filter(({ id, preset }) => {
  const names: readonly string[] = preset ? [id, preset.id] : [id];
  return wanted.length === 0 || names.some((name) => wanted.includes(name));
});
const lessons = LESSONS.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
if (chosen.length === 0 && lessons.length === 0)
  throw new Error(`There is no claim named ${wanted.join(' or ')}.`);

/** Three figures at least, and no more decimals than they bear. */
function shown(value: number): string {
  const digits = Math.abs(value) >= 10 || Number.isInteger(value) ? 1 : 2;
  return Number(value.toFixed(Math.abs(value) < 1 ? 3 : digits)).toString();
}

function report({ margin, values, holds }: Finding): string {
  const figures = `${values.map(shown).join('  ')}  (mean ${shown(meanOf(values))})`;
  return `${holds ? 'ok  ' : 'FAIL'}  ${margin.figure.padEnd(28)}  ${describeMargin(margin).padEnd(28)}  ${figures}`;
}

function heading({ id, preset, says }: Claim, seconds: number): string {
  return `\n${id} ${preset?.id ?? '(engine)'}: ${says} [${seconds.toFixed(0)} s]`;
}

const trainer = await openTrainer();
const counts = { passed: 0, failed: 0 };
try {
  for (const claim of chosen) {
    const startMs = Date.now();
    const findings = await examine(claim, trainer, seeds);
    console.log(heading(claim, (Date.now() - startMs) / 1000));
    for (const finding of findings) {
      console.log(report(finding));
      counts[finding.holds ? 'passed' : 'failed'] += 1;
    }
  }
  for (const { id, parts } of lessons)
    for (const part of parts) {
      const startMs = Date.now();
      const { held, facts, answers } = await examineLesson(part, trainer);
      console.log(
        `\nlesson ${id}, ${part.title} [${((Date.now() - startMs) / 1000).toFixed(1)} s]`,
      );
      if (showsFacts) facts.forEach((one, i) => console.log(i + 1, { ...one, ...answers[i] }));
      for (const [name, { says, heldIn, of }] of Object.entries(part.claims)) {
        const isAsSaid = held[name] === heldIn;
        const times = `${held[name] ?? 0} of ${of}, ${heldIn} are claimed`;
        console.log(`${isAsSaid ? 'ok  ' : 'FAIL'}  ${times.padEnd(28)}  ${says}`);
        counts[isAsSaid ? 'passed' : 'failed'] += 1;
      }
    }
} finally {
  await trainer.close();
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
