/**
 * Every preset is trained to its end on the page, and the page's own verdict read beside the preset's line:
 * what the line says must be found there, on the seed that the preset has. On WASM, where a seed gives the
 * same run on every device. The notebook takes a minute: tests/effects/notebook.test.ts judges it.
 */
import { expect, it, vi } from 'vitest';
import { PRESET_GROUPS } from '../../src/presets/registry.ts';
import type { Preset } from '../../src/presets/preset.ts';
import { ComparePage, numberIn } from './compare-page.ts';
import { openPage } from './harness.ts';

type Figures = Readonly<Record<string, number>>;

/** What a verdict says, by the letters of arms. */
interface Verdict {
  readonly text: string;
  /** "AC": those that are called overfitting. */
  readonly overfit: string;
  /** Validation accuracy in per cent, or loss. */
  readonly ends: Figures;
  /** Wrong labels repeated. */
  readonly believed: Figures;
  /** Per cent of the images on which an arm’s repeats disagree, where that is on show. */
  readonly disagree: Figures;
}

/** For each preset, what makes its line true. */
const LINES: Readonly<Record<string, (verdict: Verdict) => void>> = {
  'wrong-labels': ({ overfit, ends, believed }) => {
    expect(overfit).toBe('A');
    expect(lead(ends, 'B', 'A')).toBeGreaterThan(8);
    expect(believed).toEqual({ A: 118, B: 19 });
  },
  'true-labels': ({ overfit, text }) => {
    expect(overfit).toBe('');
    expect(text).toContain('difference is too small to tell');
    expect(text).toContain('There is little overfitting to prevent');
  },
  'more-wrong-labels': ({ overfit, ends }) => {
    expect(overfit).toContain('A');
    // With 30 % it is 12.
    expect(lead(ends, 'B', 'A')).toBeGreaterThan(16);
  },
  'random-labels': ({ believed }) => {
    expect(believed['A']).toBe(400);
    for (const arm of ['B', 'C']) expect(believed[arm]).toBeLessThan(320);
  },
  'stopping-patience': ({ overfit, ends }) => {
    expect(overfit).toBe('A');
    for (const arm of ['B', 'C', 'D', 'E']) expect(lead(ends, arm, 'A')).toBeGreaterThan(8);
    for (const arm of ['B', 'C', 'D']) expect(Math.abs(lead(ends, 'E', arm))).toBeLessThan(2);
  },
  'many-cures': ({ overfit, ends, text }) => {
    expect(overfit).toBe('A');
    for (const arm of ['B', 'C', 'D', 'E', 'F']) expect(lead(ends, arm, 'A')).toBeGreaterThan(8);
    expect(text).toMatch(/Its lead over L1 .*, weight decay .* and input noise .* is too small/);
    expect(text).toMatch(/L1 set 8\d % of F’s weights to exactly 0/);
  },
  'no-cure': ({ overfit, ends, believed }) => {
    expect(overfit).toMatch(/A.*D/);
    for (const arm of ['B', 'C']) expect(lead(ends, arm, 'A')).toBeGreaterThan(5);
    expect(Math.abs(lead(ends, 'D', 'A'))).toBeLessThan(2);
    expect(believed['D']).toBeGreaterThan(110);
  },
  'l2-strength': ({ overfit, ends, text }) => {
    expect(overfit).toContain('A');
    expect(best(ends)).toBe('C');
    expect(text).toContain('F does not learn at λ = 0.1');
  },
  'dropout-rate': ({ overfit, ends }) => {
    expect(overfit).not.toMatch(/[DE]/);
    expect(best(ends)).toBe('D');
    for (const arm of ['A', 'B', 'C', 'F']) expect(lead(ends, 'E', arm)).toBeGreaterThan(4);
  },
  'data-size': ({ ends }) => {
    expect(lead(ends, 'B', 'A')).toBeLessThan(4);
    expect(lead(ends, 'D', 'C')).toBeGreaterThan(8);
  },
  'circles-l2': ({ overfit, ends, believed, text }) => {
    expect(overfit).toBe('A');
    expect(lead(ends, 'B', 'A')).toBeGreaterThan(5);
    expect(lead(believed, 'A', 'B')).toBeGreaterThan(8);
    expect(text).not.toContain('other way round');
  },
  'moons-l2': ({ overfit, ends, text }) => {
    expect(overfit).toBe('A');
    expect(Math.abs(lead(ends, 'B', 'A'))).toBeLessThan(2);
    expect(text).toContain('becomes more confident in its mistakes');
  },
  'curve-strength': ({ overfit, ends, text }) => {
    expect(overfit).toMatch(/^A/);
    expect(text).toContain('E underfits');
    for (const arm of ['B', 'C', 'D']) {
      expect(lead(ends, 'A', arm)).toBeGreaterThan(0.05);
      expect(lead(ends, 'E', arm)).toBeGreaterThan(0.2);
    }
  },
  'curve-width': ({ overfit, ends }) => {
    expect(overfit).toBe('');
    for (const arm of ['B', 'C', 'D', 'E']) expect(lead(ends, 'A', arm)).toBeGreaterThan(0.2);
    for (const arm of ['B', 'C', 'D']) expect(lead(ends, 'E', arm)).toBeLessThan(0.05);
  },
  'sparse-truth': ({ overfit, ends, text }) => {
    expect(overfit).toContain('A');
    expect((ends['C'] ?? NaN) / (ends['B'] ?? NaN)).toBeLessThan(0.7);
    // 50 weights: 15 kept.
    expect(text).toMatch(/L1 set weights to exactly 0: 70 % of C’s/);
  },
  'tumours-logistic': ({ overfit, text }) => {
    expect(overfit).toBe('A');
    expect(text).toContain('becomes more confident in its mistakes');
    // 30 measures: 6 kept.
    expect(text).toMatch(/L1 set 80 % of C’s weights to exactly 0/);
  },
  'tumours-wrong-labels': ({ overfit, ends, believed }) => {
    expect(overfit).toMatch(/^A./);
    expect(believed['A']).toBe(15);
    for (const arm of ['B', 'C', 'D']) {
      expect(lead(ends, arm, 'A')).toBeGreaterThan(8);
      expect(believed[arm]).toBeLessThan(8);
      expect(believed[arm]).toBeGreaterThan(0);
    }
  },
  'few-patients': ({ ends }) => {
    expect(lead(ends, 'A', 'B')).toBeGreaterThan(0.05);
    expect(Math.abs(lead(ends, 'C', 'D'))).toBeLessThan(0.03);
  },
  'exact-zeros': ({ text }) => {
    expect(text).toContain('difference is too small to tell');
    expect(text).toMatch(/L1 set 7\d % of B’s weights to exactly 0/);
    expect(text).toContain('No weight of A is exactly 0');
  },
  'removed-units': ({ overfit, text }) => {
    expect(overfit).toBe('');
    const [, b, a] =
      /Without 80 % of their hidden units: B ([\d.]+) %, A ([\d.]+) %/.exec(text) ?? [];
    expect(Number(b) - Number(a)).toBeGreaterThan(5);
    expect(text).toContain('difference is too small to tell');
  },
  'stable-answers': ({ overfit, text, disagree }) => {
    expect(overfit).toContain('A');
    expect(text).toContain('B (dropout) and C (L2) both beat A');
    for (const arm of ['B', 'C']) expect(lead(disagree, 'A', arm)).toBeGreaterThan(5);
  },
  'smooth-labels': ({ overfit, text }) => {
    expect(overfit).toBe('');
    expect(text).toContain('too small to tell');
    expect(text).toMatch(/validation loss A \(0\.1\d+\) is ahead of C \(0\.3\d+\)/);
  },
  'deep-sigmoid': ({ ends, text }) => {
    expect(text).toContain('A does not learn without batch norm');
    expect(ends['B']).toBeGreaterThan(90);
  },
  'learning-rates': ({ ends, text }) => {
    expect(text).toContain('C does not learn with learning rate 1');
    expect(lead(ends, 'B', 'A')).toBeGreaterThan(30);
    expect(ends['D']).toBeGreaterThan(90);
  },
  'batch-norm-lies': ({ overfit, ends, believed }) => {
    expect(overfit).toBe('AB');
    expect(lead(ends, 'B', 'A')).toBeLessThan(0);
    expect(believed).toEqual({ A: 118, B: 120 });
  },
  'mnist-wrong-labels': ({ overfit, ends }) => {
    expect(overfit).toContain('A');
    expect(lead(ends, 'B', 'A')).toBeGreaterThan(8);
    expect(lead(ends, 'B', 'A')).toBeLessThan(12);
  },
};

/** By how much the first arm’s figure is above the other’s; NaN keeps no margin. */
function lead(figures: Figures, arm: string, other: string): number {
  return (figures[arm] ?? NaN) - (figures[other] ?? NaN);
}

function best(ends: Figures): string | undefined {
  return Object.entries(ends).sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** What stands in its region, and how each arm’s card says that it ended. */
async function readVerdict({ page }: ComparePage): Promise<Verdict> {
  const region = page.getByRole('region', { name: 'Verdict' });
  const raw = await region.textContent();
  const text = (raw ?? '').replaceAll(/\s+/g, ' ');
  const cards = page.getByRole('region', { name: /^[A-F] · / });
  const read = await cards.evaluateAll((all) =>
    all.map((card) => ({
      arm:
        document.getElementById(card.getAttribute('aria-labelledby') ?? '')?.textContent[0] ?? '',
      end: card.querySelector('tbody td')?.textContent ?? '',
      text: card.textContent,
    })),
  );
  const figuresIn = (part = '', pattern: RegExp): Figures =>
    Object.fromEntries(
      [...part.matchAll(pattern)].map(([, arm = '', figure]) => [arm, Number(figure)]),
    );
  const named = [...text.matchAll(/(?<![A-Z])([A-F](?:, [A-F])*(?: and [A-F])?) overfits?\b/g)];
  const overfit = named.flatMap(([, arms = '']) => arms.match(/[A-F]/g) ?? []);
  const believed = /Of [\d,]+ wrong labels ([^;.]*)/.exec(text)?.[1];
  return {
    text,
    overfit: overfit.join(''),
    ends: Object.fromEntries(read.map(({ arm, end }) => [arm, numberIn(end)])),
    believed: figuresIn(believed, /\b([A-F]) (?:repeats )?(\d+)/g),
    disagree: Object.fromEntries(
      read.map((card) => [card.arm, numberIn(/disagree on ([\d.]+)/.exec(card.text)?.[1])]),
    ),
  };
}

async function train(compare: ComparePage, preset: Preset): Promise<void> {
  const { page } = compare;
  await page.getByRole('button', { name: /^Presets?\b/ }).click();
  await page.locator('[data-entry]').nth(PRESETS.indexOf(preset)).click();
  await compare.settle();
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished', 300_000);
  await page.getByText('Try next:').waitFor();
}

const PRESETS = PRESET_GROUPS.flatMap(({ presets }) => presets);

it('no preset is without an expectation', () => {
  const judged = PRESETS.map(({ id }) => id).filter((id) => id !== 'mnist-notebook');
  expect(Object.keys(LINES)).toEqual(judged);
});

it(
  'the verdict on the page agrees with the line of every preset',
  { timeout: 900_000 },
  async () => {
    const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
    const compare = new ComparePage(page);
    await compare.waitFor('ready');
    const disagreements: string[] = [];
    for (const preset of PRESETS) {
      const check = LINES[preset.id];
      if (!check) continue;
      await train(compare, preset);
      // Some of it is written from pictures, which come a moment after the figures.
      await vi
        .waitFor(async () => check(await readVerdict(compare)), { timeout: 10_000, interval: 250 })
        .catch(async (cause: unknown) => {
          const verdict = JSON.stringify(await readVerdict(compare));
          disagreements.push([preset.title, preset.point, verdict, String(cause)].join('\n'));
        });
    }
    expect(disagreements).toEqual([]);
    assertQuiet();
  },
);
