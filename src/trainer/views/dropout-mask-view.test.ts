/** The mask of the last step of a real run: it is what the CPU kernels used (step-masks.test.ts too). */
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../../tests/closed-forms/backends.ts';
import { Watch } from '../../../tests/closed-forms/watched-backend.ts';
import type { FloatArray } from '../../engine/step/kernels.ts';
import { TrainingRun } from '../../engine/lanes/training-run.ts';
import { viewBytes } from '../../protocol/view-buffers.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import { dropoutMaskView } from './dropout-mask-view.ts';
import { lookOf, makeView, withHiddenLayers } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

const UNITS = 30;
const PIXELS = 4;
const images = Array.from({ length: 21 }, (_, row) => [4, 8, 12, row % 16]);
const lane: LaneInside = (() => {
  const look = lookOf({
    features: images,
    targets: images.map((_, row) => row % 3),
    classes: 3,
    image: { width: 2, height: 2 },
    featureScale: 1 / 16,
  });
  const own = withHiddenLayers(look, [UNITS, 5], { activation: 'sigmoid' });
  return { ...own, plan: { ...own.plan, batchSize: 8 } };
})();

const settings = (keepHidden: number, keepInput: number) => ({
  learningRate: 0.1,
  slots: { keepHidden, keepInput },
});

/** Takes steps, and tells what the last one read and put out. */
async function train(steps: number, rates: ReturnType<typeof settings>) {
  const watch = new Watch(await openBackend('CPU in double precision'));
  const run = new TrainingRun(watch.backend, [{ ...lane.plan, settings: rates }]);
  for (let step = 0; step < steps; step++) run.step();
  const insides = (await run.lookInside(new Set([0]))).get(0);
  if (!insides) throw new Error('The lane trains.');
  const view = makeView(dropoutMaskView, { ...lane, ...insides });
  const calls = steps === 0 ? [] : [0, 1].map((layer) => watch.call('denseForward', layer));
  const outputs = await Promise.all(calls.map(({ output }) => watch.read(output)));
  const input = calls[0] ? await watch.read(calls[0].input) : null;
  run.dispose();
  return { view, outputs, input };
}

const zeros = (values: FloatArray | undefined, count: number) =>
  Array.from(values?.subarray(0, count) ?? [], (value) => Number(value === 0));

describe('dropout mask view', () => {
  it.each([1, 2, 3, 7])('tells what was dropped in step %i, row by row', async (steps) => {
    const { view, outputs, input } = await train(steps, settings(0.5, 0.75));
    const rows = steps % 3 === 0 ? 5 : 8;
    expect(view).toMatchObject({ step: steps, hiddenRate: 0.5, inputRate: 0.25, batchRows: rows });
    expect(view.rows).toHaveLength(rows);
    expect([...(view.hidden[0] ?? [])]).toEqual(zeros(outputs[0], rows * UNITS));
    expect([...(view.hidden[1] ?? [])]).toEqual(zeros(outputs[1], rows * 5));
    view.rows.forEach(({ row, target }, i) => {
      expect(target).toBe(row % 3);
      const ink = (images[row] ?? []).map((value) => Math.round((255 * value) / 16));
      expect([...(view.ink?.subarray(i * PIXELS, (i + 1) * PIXELS) ?? [])]).toEqual(ink);
      images[row]?.forEach((value, pixel) => {
        const isDropped = view.inputs?.[i * PIXELS + pixel] === 1;
        expect(input?.[i * PIXELS + pixel]).toBeCloseTo(isDropped ? 0 : value / 16 / 0.75, 5);
      });
    });
  });

  it('has no mask of inputs that are not dropped, and an empty one at rate 0', async () => {
    const { view } = await train(2, settings(1, 1));
    expect(view).toMatchObject({ hiddenRate: 0, inputRate: 0, inputs: null });
    expect(view.hidden.flatMap((mask) => [...mask])).toEqual(new Array(8 * 35).fill(0));
  });

  it('has none before the first step, and none of a lane that has stopped', async () => {
    const { view } = await train(0, settings(0.5, 1));
    expect(view).toMatchObject({ step: 0, hiddenRate: 0.5, batchRows: 0, rows: [], hidden: [] });
    const stopped = makeView(dropoutMaskView, { ...lane, step: NaN });
    expect(stopped).toMatchObject({ step: NaN, rows: [] });
  });

  it('shows as many rows as there is room for', () => {
    const wide = Array.from({ length: 64 }, () => Array.from({ length: 784 }, () => 1));
    const look = lookOf({
      features: wide,
      targets: wide.map(() => 0),
      classes: 2,
      image: { width: 28, height: 28 },
    });
    const own = withHiddenLayers(look, [1024, 1024]);
    const plan = { ...own.plan, batchSize: 64 };
    const view = makeView(dropoutMaskView, {
      ...own,
      plan,
      step: 1,
      stepSettings: settings(0.5, 0.8),
    });
    expect(view.batchRows).toBe(64);
    expect(view.rows.length).toBe(18);
    expect(viewBytes(view)).toBeLessThanOrEqual(MOST_VIEW_BYTES);
  });
});
