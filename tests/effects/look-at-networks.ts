/** Trained networks with the rows that they are asked about, made again from their lanes. */
import { findDataset } from '../../src/datasets/registry.ts';
import type { LaneSpec } from '../../src/experiment/lane-spec.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import { planLane } from '../../src/trainer/plan-lanes.ts';
import { loadData } from '../../src/trainer/load-data.ts';
import type { QuotedPictures, QuotedView } from '../../src/lessons/lesson/run-figures.ts';
import { firstLayerOf } from '../../src/trainer/views/first-layer-view.ts';
import { redundancyOf } from '../../src/trainer/views/redundancy-view.ts';
import { disagreement } from '../../src/trainer/views/stability-view.ts';
import type { TrainedLane } from '../../src/trainer/views/view-maker.ts';
import type { EffectsAnswer, EffectsOrder } from './effects.ts';

export async function lookAtNetworks(
  { specs, look }: EffectsOrder,
  results: readonly LaneResult[],
): Promise<Omit<EffectsAnswer, 'results'>> {
  const nothing = { networks: [], stability: [], pictures: [] };
  if (look === null) return nothing;
  const insides = await insidesOf(specs, results);
  if (look === 'stability') return { ...nothing, stability: disagreements(specs, insides) };
  if (look !== 'networks')
    return { ...nothing, pictures: insides.map((inside) => picturesOf(look, inside)) };
  const networks = insides.map(
    (inside) =>
      inside && {
        network: inside.plan.network,
        state: inside.state,
        validation: inside.plan.data.validation,
      },
  );
  return { ...nothing, networks };
}

/** As the page's own views show them. */
function picturesOf(views: readonly QuotedView[], inside: TrainedLane | null): QuotedPictures {
  if (!inside) return {};
  return {
    ...(views.includes('firstLayer') && { firstLayer: firstLayerOf(inside) }),
    ...(views.includes('redundancy') && { redundancy: redundancyOf(inside) }),
  };
}

async function insidesOf(
  specs: readonly LaneSpec[],
  results: readonly LaneResult[],
): Promise<(TrainedLane | null)[]> {
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
  insides: readonly (TrainedLane | null)[],
): EffectsAnswer['stability'] {
  const arms = specs.filter(({ identity }) => identity.replicate === 0).length;
  return Array.from({ length: arms }, (_, arm) => {
    const [first, ...others] = insides.filter((_, lane) => lane % arms === arm);
    if (!first) return [];
    return disagreement([first, ...others.filter((inside) => inside !== null)]);
  });
}
