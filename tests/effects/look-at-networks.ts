/** Trained networks with the rows that they are asked about, made again from their lanes. */
import { findDataset } from '../../src/datasets/registry.ts';
import type { LaneSpec } from '../../src/experiment/lane-spec.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import { planLane } from '../../src/trainer/plan-lanes.ts';
import { loadData } from '../../src/trainer/load-data.ts';
import { disagreement } from '../../src/trainer/views/stability-view.ts';
import type { AskedRepeat } from '../../src/trainer/views/stability-view.ts';
import type { EffectsAnswer, EffectsOrder } from './effects.ts';

export async function lookAtNetworks(
  { specs, look }: EffectsOrder,
  results: readonly LaneResult[],
): Promise<Omit<EffectsAnswer, 'results'>> {
  if (look === null) return { networks: [], stability: [] };
  const insides = await insidesOf(specs, results);
  if (look === 'stability') return { networks: [], stability: disagreements(specs, insides) };
  const networks = insides.map(
    (inside) =>
      inside && {
        network: inside.plan.network,
        state: inside.state,
        validation: inside.plan.data.validation,
      },
  );
  return { networks, stability: [] };
}

async function insidesOf(
  specs: readonly LaneSpec[],
  results: readonly LaneResult[],
): Promise<(AskedRepeat | null)[]> {
  const dataset = findDataset(specs[0]?.data.dataset ?? '');
  if (!dataset) throw new Error('There is no such data set.');
  const { dataOf, splitOf } = await loadData(specs, dataset, {
    ...{ baseUrl: '/', signal: new AbortController().signal },
    onProgress: () => undefined,
  });
  return specs.map((spec, lane) => {
    const state = results[lane]?.network;
    if (!state) return null;
    const plan = planLane(spec, dataset, dataOf(spec));
    return { plan, state, dataset, split: splitOf(spec) };
  });
}

/** As the page's own view of it says, arm by arm. */
function disagreements(
  specs: readonly LaneSpec[],
  insides: readonly (AskedRepeat | null)[],
): EffectsAnswer['stability'] {
  const arms = specs.filter(({ identity }) => identity.replicate === 0).length;
  return Array.from({ length: arms }, (_, arm) => {
    const [first, ...others] = insides.filter((_, lane) => lane % arms === arm);
    if (!first) return [];
    return disagreement([first, ...others.filter((inside) => inside !== null)]);
  });
}
