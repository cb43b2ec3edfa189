import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepTable } from '../../datasets/own/kept-tables.ts';
import { buildTable, readTable } from '../../datasets/own/table/read-table.ts';
import { DATASETS } from '../../datasets/registry.ts';
import type { Arm, Experiment } from '../../experiment/experiment.ts';
import { circlesL2 } from '../../presets/circles-l2.ts';
import { sparseTruth } from '../../presets/sparse-truth.ts';
import { wrongLabels } from '../../presets/wrong-labels.ts';
import { experimentNotebook } from './experiment-notebook.ts';
import { experimentScript } from './experiment-script.ts';
import type { Framework } from './code-of.ts';
import { pythonString } from './python-literal.ts';

const siteAddress = 'https://site.test/playground/';

function scriptOf(experiment: Experiment, framework: Framework = 'pytorch'): string {
  return experimentScript({ experiment, arms: experiment.arms, framework, siteAddress });
}

const plain: Arm = { id: 'A', name: null, regularizers: {} };

function withArm(arm: Partial<Arm>): Experiment {
  return { ...wrongLabels.experiment, arms: [{ ...plain, ...arm }] };
}

describe('an experiment as a script', () => {
  it('has a name wherever it stands as one literal, and nowhere else', () => {
    const around = (name: string) => scriptOf(withArm({ name })).split(pythonString(`A · ${name}`));
    // A long name is given a line of its own.
    const inOneLine = (parts: readonly string[]) => parts.map((part) => part.replace(/,?\s+/g, ''));
    const plainly = inOneLine(around('x'));
    expect(plainly).toHaveLength(2);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(inOneLine(around(name))).toEqual(plainly);
      }),
      { numRuns: 200 },
    );
  });

  it('says the factors and exclusions of the conventions', () => {
    const script = scriptOf(
      withArm({
        regularizers: {
          l2: { lambda: 0.003 },
          l1: { lambda: 0.001, proximal: true },
          dropout: { rate: 0.8, inputRate: 0.2 },
          batchNorm: { momentum: 0.9 },
        },
      }),
    );
    for (const rule of [
      '"l2": 0.003',
      '"l1_exact": 0.001',
      '"dropout": 0.8',
      '"input_dropout": 0.2',
    ])
      expect(script).toContain(rule);
    expect(script).toContain('"batch_norm_momentum": 0.9');
    expect(script).not.toContain('"max_norm":');
  });

  it('adds up what acts at the same place, as the page does', () => {
    const script = scriptOf(
      withArm({
        regularizers: { l2: { lambda: 0.5 }, elasticNet: { lambda: 1, l1Share: 0.25 } },
      }),
    );
    expect(script).toContain('{"l2": 1.25, "l1_exact": 0.25}');
  });

  it('has what an arm has of its own beside what is shared', () => {
    const script = scriptOf(withArm({ overrides: { hiddenLayers: [8], batchSize: 7 } }));
    expect(script).toContain('"own": {"hidden_layers": [8], "batch_size": 7}');
  });

  it('has the points that the user put and took away', () => {
    const { data } = circlesL2.experiment;
    const script = scriptOf({
      ...circlesL2.experiment,
      data: { ...data, ownPoints: [[0.5, -1, 1]], removedPoints: [3] },
    });
    expect(script).toContain('"own_points": [[0.5, -1, 1]]');
    expect(script).toContain('"removed_points": [3]');
  });

  it.each(DATASETS.map(({ id }) => id))('has rows of %s, from one place', (dataset) => {
    const { data } = sparseTruth.experiment;
    const script = scriptOf({ ...sparseTruth.experiment, data: { ...data, dataset } });
    const places = ['def make_rows(', 'def load_shard('].filter((place) => script.includes(place));
    expect(places).toHaveLength(1);
    expect(script).not.toMatch(/\bDATA_ADDRESS\b|\bLOADER\b/);
  });

  it('reads what scikit-learn does not have from the site that it comes from', () => {
    const { data } = wrongLabels.experiment;
    const script = scriptOf({ ...wrongLabels.experiment, data: { ...data, dataset: 'mnist' } });
    expect(script).toContain('SITE_DATA = "https://site.test/playground/data"');
  });

  it('imports of each framework no other', () => {
    const keras = scriptOf(wrongLabels.experiment, 'keras');
    expect(keras).toContain('\nimport keras\n');
    expect(keras).not.toContain('torch');
    expect(scriptOf(wrongLabels.experiment)).not.toContain('keras');
  });
});

describe('an experiment as a notebook', () => {
  const { experiment } = wrongLabels;
  const text = experimentNotebook({ experiment, arms: experiment.arms, siteAddress });
  const notebook = JSON.parse(text) as {
    readonly nbformat: number;
    readonly nbformat_minor: number;
    readonly cells: readonly {
      readonly id: string;
      readonly cell_type: string;
      readonly source: readonly string[];
    }[];
  };

  it('is of format 4.5, each cell with a name of its own', () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    const ids = notebook.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]{1,64}$/);
  });

  it('has the sections of the script as cells', () => {
    const script = scriptOf(experiment);
    const sections = notebook.cells
      .filter(({ cell_type }) => cell_type === 'code')
      .map(({ source }) => source.join(''))
      .slice(1, -2);
    expect(sections).toHaveLength(7);
    for (const section of sections) expect(script).toContain(section);
  });

  it('has no name of the user in what is read as markdown', () => {
    const [arm = plain] = experiment.arms;
    const named = experimentNotebook({
      experiment: { ...experiment, arms: [{ ...arm, name: '<b>bold' }] },
      arms: [{ ...arm, name: '<b>bold' }],
      siteAddress,
    });
    const { cells } = JSON.parse(named) as typeof notebook;
    const markdown = cells.filter(({ cell_type }) => cell_type === 'markdown');
    expect(JSON.stringify(markdown)).not.toContain('bold');
    expect(JSON.stringify(cells)).toContain('bold');
  });
});

describe('an own table', () => {
  const bytes = new TextEncoder().encode(
    `size,kind\n${Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 2 ? 'a' : '"""b'}"`).join('\n')}\n`,
  );
  const table = buildTable(readTable(bytes), bytes, 'my "best".csv');

  it('is read from the file’s name, which is escaped, and checked by its sum', () => {
    keepTable(table);
    const data = { ...wrongLabels.experiment.data, dataset: table.id };
    const script = scriptOf({ ...wrongLabels.experiment, data });
    expect(script).toContain(String.raw`FILE = "my \"best\".csv"`);
    expect(script).toContain(`FILE_SHA256 = "${table.fileSum}"`);
    expect(script).toContain('"delimiter": ","');
    expect(script).not.toContain('urllib');
  });

  it('that does not say how its file is read has no code', () => {
    const { reading: _, ...before } = table;
    const id = 'table-0000000000000000';
    keepTable({ ...before, id });
    const data = { ...wrongLabels.experiment.data, dataset: id } as const;
    expect(() => scriptOf({ ...wrongLabels.experiment, data })).toThrow('open it again');
  });
});
