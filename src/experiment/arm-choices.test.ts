import { describe, expect, it } from 'vitest';
import { findDataset } from '../datasets/registry.ts';
import type { DatasetId } from '../datasets/registry.ts';
import { stageWith } from '../presets/stage.ts';
import type { Arm } from './experiment.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';
import { armChoices } from './arm-choices.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';
import { haveSameSettings } from './same-settings.ts';

type Arms = readonly (Partial<Omit<Arm, 'id'>> & { readonly regularizers: RegularizerSettings })[];

function choicesFor(arms: Arms, dataset: DatasetId = 'digits') {
  const experiment = stageWith({ arms });
  const on = { ...experiment, data: { ...experiment.data, dataset } };
  return { experiment: on, choices: armChoices(on, findDataset(dataset)) };
}

const namesFor = (arms: Arms, dataset?: DatasetId) =>
  choicesFor(arms, dataset).choices.map(({ name }) => name);

describe('the arms that are offered', () => {
  it('differ from a plain first arm in one regularizer, with its first settings', () => {
    const { choices } = choicesFor([{ regularizers: {} }]);
    expect(choices.map(({ settings }) => Object.keys(settings.regularizers))).toEqual(
      REGULARIZER_ENTRIES.map(({ id }) => [id]),
    );
    expect(choices.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Dropout 0.5', 'L2 λ = 0.003', 'Early stopping 5', 'Batch norm']),
    );
  });

  it('add to what the first arm has, or take it away', () => {
    const names = namesFor([
      { regularizers: { l2: { lambda: 0.01 }, labelSmoothing: { epsilon: 0.2 } } },
    ]);
    expect(names.slice(0, 3)).toEqual([
      'Plain',
      'L1 λ = 0.001 + L2 λ = 0.01 + label smoothing 0.2',
      'Label smoothing 0.2',
    ]);
  });

  it('offer the plain arm once, and what is set to nothing as if it were off', () => {
    const names = namesFor([
      { regularizers: { l2: { lambda: 0.01 }, l1: { lambda: 0, proximal: true } } },
    ]);
    expect(names.filter((name) => name === 'Plain')).toHaveLength(1);
    expect(names).toContain('L1 λ = 0.001 + L2 λ = 0.01');
  });

  it('are none that is there, and keep the settings that the first has of its own', () => {
    const { experiment, choices } = choicesFor([
      { regularizers: {}, overrides: { hiddenLayers: [64] } },
      { name: 'Mine', regularizers: { l2: { lambda: 0.003 } }, overrides: { hiddenLayers: [64] } },
      { regularizers: { dropout: { rate: 0.5, inputRate: 0 } } },
    ]);
    const names = choices.map(({ name }) => name);
    expect(names).not.toContain('L2 λ = 0.003, 64 units');
    // Of 256 units, it is another arm.
    expect(names).toContain('Dropout 0.5, 64 units');
    const offered = choices.map(({ settings }): Arm => ({ id: 'F', name: null, ...settings }));
    const all = [...experiment.arms, ...offered];
    const twins = all.filter((one, i) =>
      all.some((other, j) => j > i && haveSameSettings(experiment, one, other)),
    );
    expect(twins).toEqual([]);
  });

  it('smooth no labels where there are none', () => {
    expect(namesFor([{ regularizers: {} }])).toContain('Label smoothing 0.1');
    expect(namesFor([{ regularizers: {} }], 'sine')).not.toContain('Label smoothing 0.1');
  });

  it('leave out what works on hidden units where there are none', () => {
    const names = namesFor([{ regularizers: {}, overrides: { hiddenLayers: [] } }]);
    expect(names.filter((name) => /^(Dropout|Batch norm)/.test(name))).toEqual([]);
    expect(names).toContain('Label smoothing 0.1, no hidden layer');
    expect(names).toContain('Early stopping 5, no hidden layer');
  });
});
