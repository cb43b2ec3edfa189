import { describe, expect, it } from 'vitest';
import { l2ByDropoutSweep } from '../../presets/sweep/l2-by-dropout.ts';
import { rateBySizeSweep } from '../../presets/sweep/rate-by-size.ts';
import { sparseSpamSweep } from '../../presets/sweep/sparse-spam.ts';
import type { Sweep } from '../../plans/sweep.ts';
import { planOfSweep } from './code-plan.ts';
import { sweepNotebook } from './sweep-notebook.ts';
import { sweepScript } from './sweep-script.ts';

const SITE = 'https://site.test/';

describe('a sweep as a script', () => {
  it('has every cell with its own strengths, named by them', () => {
    const { sweep } = l2ByDropoutSweep;
    const { arms } = planOfSweep(sweep);
    const [first, second] = sweep.axes.map(({ values }) => values.length);
    expect(arms).toHaveLength((first ?? 0) * (second ?? 0));
    expect(new Set(arms.map(({ name }) => name)).size).toBe(arms.length);
    expect(arms[0]?.regularizers).toEqual({});
    expect(arms.at(-1)?.regularizers).toEqual({
      l2: sweep.axes[0].values.at(-1),
      dropout: sweep.axes[1].values.at(-1),
    });
  });

  it('divides the same rows for every cell, and leaves the largest out of the test', () => {
    const sweep: Sweep = rateBySizeSweep.sweep;
    const judging = { ...sweep.judging, foldCount: 4 };
    const { shared, arms, folds } = planOfSweep({ ...sweep, judging });
    const largest = Math.max(
      ...arms.map(({ own }) => Number({ ...shared, ...own }['training_examples'])),
    );
    expect(shared['largest_training_examples']).toBe(largest);
    expect(folds).toEqual({ count: 4, training_examples: largest });
  });

  it('shares the rows of a fold among its seeds', () => {
    const { sweep } = l2ByDropoutSweep;
    const base = { ...sweep.base, training: { ...sweep.base.training } };
    const everything = {
      ...base,
      training: { ...base.training, replicateScope: 'everything' },
    } as const;
    const folded = { ...sweep.judging, foldCount: 3 };
    expect(planOfSweep({ ...sweep, base: everything, judging: folded }).shared).toMatchObject({
      repeats_redraw_data: false,
    });
    const single = { ...sweep.judging, foldCount: null };
    expect(planOfSweep({ ...sweep, base: everything, judging: single }).shared).toMatchObject({
      repeats_redraw_data: true,
    });
  });

  it('runs on one machine, or on a cluster, and is judged as on the page', () => {
    const script = sweepScript(l2ByDropoutSweep.sweep, 'pytorch', SITE);
    expect(script).toContain('--scheduler');
    expect(script).toContain('METRIC = "validation_accuracy"\nJUDGED_AT = "last"');
    // Dask is wanted by those alone who ask for it.
    expect(script.indexOf('from distributed')).toBeGreaterThan(script.indexOf('def on_a_cluster'));
  });

  it('reads files from the site where they come from there', () => {
    expect(sweepScript(sparseSpamSweep.sweep, 'pytorch', SITE)).toContain(
      '"https://site.test/data"',
    );
  });

  it('with Keras runs on one machine, one network after the other unless told otherwise', () => {
    const script = sweepScript(l2ByDropoutSweep.sweep, 'keras', SITE);
    expect(script).not.toMatch(/on_a_cluster\(lanes, address\)|distributed|torch|import os/);
    expect(script).toContain('WORKERS = 1\n');
    expect(script).toContain('METRIC = "validation_accuracy"\nJUDGED_AT = "last"');
  });
});

describe('a sweep as a notebook', () => {
  const { sweep } = l2ByDropoutSweep;
  const { cells } = JSON.parse(sweepNotebook(sweep, SITE)) as {
    readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
  };
  const code = cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => source.join(''));

  it('has the sections of the script as cells, and starts no processes', () => {
    const script = sweepScript(sweep, 'pytorch', SITE);
    const sections = code.slice(1, -2);
    expect(sections).toHaveLength(8);
    for (const section of sections) expect(script).toContain(section);
    expect(code.join('\n')).not.toMatch(/multiprocessing|argparse/);
  });

  it('draws the grid with the names of its axes and values', () => {
    const picture = code.at(-1);
    expect(picture).toContain('"label": "L2 strength"');
    const lists = picture?.match(/(?<="values": \[)[^\]]*(?=\])/g);
    expect(lists?.map((list) => list.match(/"[^"]+"/g)?.length)).toEqual(
      sweep.axes.map(({ values }) => values.length),
    );
  });
});
