import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';
import { createWebglBackend } from '../../src/trainer/kernels/webgl/webgl-backend.ts';
import { probeWebgl } from '../../src/trainer/kernels/webgl/probe-webgl.ts';
import { rendererName } from '../../src/trainer/kernels/webgl/renderer-name.ts';
import type {
  ComputeBackend,
  KernelCall,
  Tensor,
  OptimizerId,
  ActivationId,
} from '../../src/engine/kernels.ts';
import { ACTIVATION_IDS, OPTIMIZER_IDS } from '../../src/engine/kernels.ts';
import { optimizerRule, hasFirstMoment, hasSecondMoment } from '../../src/engine/optimizer.ts';
import { SLOT_COUNT, SLOT_INDEX, neutralSlots } from '../../src/engine/slots.ts';
import { elementBits, uniform24, makeKey } from '../../src/base/random.ts';

function rng(seed: number) {
  let i = 0;
  const key = makeKey(seed, 8);
  return () => uniform24(elementBits(key, i++));
}

export type Spec = Record<string, { shape: number[]; kind?: string }>;

async function runOn(
  b: ComputeBackend,
  build: (t: (name: string, shape: number[], kind?: string) => Tensor) => KernelCall[],
  lanes: number,
  rows: number,
  slots: Float64Array,
  keys: Uint32Array,
  times: number,
  seed: number,
) {
  const tensors: Record<string, Tensor> = {};
  const make = (name: string, shape: number[], kind = 'normal') => {
    const t = b.allocate(shape);
    tensors[name] = t;
    const r = rng(
      seed * 1000 + name.length * 31 + name.charCodeAt(0) * 7 + name.charCodeAt(name.length - 1),
    );
    b.write(t, (e) => {
      for (let i = 0; i < e.length; i++) {
        const u = r();
        e[i] =
          kind === 'positive'
            ? 0.1 + u
            : kind === 'mask'
              ? u < 0.7
                ? 1
                : 0
              : kind === 'onehot'
                ? 0
                : kind === 'sparse'
                  ? u < 0.2
                    ? 0
                    : u - 0.6
                  : 2 * u - 1;
        if (Math.fround(e[i]!) !== e[i]) e[i] = Math.fround(e[i]!);
      }
      if (kind === 'onehot') {
        const c = shape[2]!;
        for (let i = 0; i < e.length / c; i++) e[i * c + Math.floor(r() * c)] = 1;
      }
    });
    return t;
  };
  const calls = build(make);
  const p = b.prepare(calls, lanes);
  for (let i = 0; i < times; i++) p.run({ rows, slots, maskKeys: keys });
  const out: Record<string, Float64Array> = {};
  for (const [n, t] of Object.entries(tensors)) out[n] = Float64Array.from(await b.read(t));
  p.dispose();
  for (const t of Object.values(tensors)) b.release(t);
  return out;
}

type Make = (name: string, shape: number[], kind?: string) => Tensor;
function param(make: Make, name: string, shape: number[], o: OptimizerId) {
  return {
    value: make(name, shape, 'sparse'),
    first: hasFirstMoment(o) ? make(name + 'M', shape) : null,
    second: hasSecondMoment(o) ? make(name + 'V', shape, 'positive') : null,
  };
}

function slotsFor(lanes: number, set: (lane: number) => Record<string, number>) {
  const s = new Float64Array(lanes * SLOT_COUNT);
  for (let l = 0; l < lanes; l++) {
    s.set(neutralSlots(), l * SLOT_COUNT);
    s[l * SLOT_COUNT + SLOT_INDEX.learningRate] = 0.01;
    for (const [k, v] of Object.entries(set(l)))
      s[l * SLOT_COUNT + SLOT_INDEX[k as 'keepHidden']] = v;
  }
  return s;
}

const cases: {
  name: string;
  lanes: number;
  rows: number;
  cap: number;
  ins: number;
  outs: number;
  act: ActivationId;
  opt: OptimizerId;
  shared: boolean;
  given: boolean;
}[] = [];
function buildCases() {
  const r = rng(77);
  const pick = <T>(a: readonly T[]) => a[Math.floor(r() * a.length)]!;
  for (let i = 0; i < 60; i++) {
    const cap = pick([1, 2, 5, 8, 10, 32, 33]);
    cases.push({
      name: `c${i}`,
      lanes: pick([1, 2, 3, 5]),
      cap,
      rows: 1 + Math.floor(r() * cap),
      ins: pick([1, 2, 3, 10, 65, 128, 785]),
      outs: pick([1, 2, 3, 8, 10, 65]),
      act: ACTIVATION_IDS[i % 6]!,
      opt: OPTIMIZER_IDS[i % 5]!,
      shared: r() < 0.5,
      given: r() < 0.4,
    });
  }
}

function builders(c: (typeof cases)[number]): Record<string, (m: Make) => KernelCall[]> {
  const L = c.lanes,
    o = optimizerRule(c.opt);
  return {
    denseForward: (m) => [
      {
        kernel: 'denseForward',
        input: m('x', [c.shared ? 1 : L, c.cap, c.ins]),
        weights: m('w', [L, c.ins, c.outs]),
        bias: m('b', [L, c.outs]),
        output: m('Y', [L, c.cap, c.outs]),
        activation: c.act,
        dropout: { maskIndex: 1, given: c.given ? m('given', [L, c.cap, c.outs], 'mask') : null },
      },
    ],
    denseForwardPlain: (m) => [
      {
        kernel: 'denseForward',
        input: m('x', [c.shared ? 1 : L, c.cap, c.ins]),
        weights: m('w', [L, c.ins, c.outs]),
        bias: m('b', [L, c.outs]),
        output: m('Y', [L, c.cap, c.outs]),
        activation: c.act,
        dropout: null,
      },
    ],
    denseBackward: (m) => {
      const inp = m('x', [L, c.cap, c.ins]);
      const z = m('Z', [L, c.cap, c.ins]);
      const w0 = m('u', [L, c.ins, c.ins]),
        b0 = m('b', [L, c.ins]);
      const d = { maskIndex: 0, given: c.given ? m('given', [L, c.cap, c.ins], 'mask') : null };
      return [
        {
          kernel: 'denseForward',
          input: inp,
          weights: w0,
          bias: b0,
          output: z,
          activation: c.act,
          dropout: d,
        },
        {
          kernel: 'denseBackward',
          outputGradient: m('g', [L, c.cap, c.outs]),
          weights: m('w', [L, c.ins, c.outs]),
          input: z,
          inputActivation: c.act,
          inputDropout: d,
          inputGradient: m('dX', [L, c.cap, c.ins]),
        },
      ];
    },
    outputGradientC: (m) => [
      {
        kernel: 'outputGradient',
        task: 'classification',
        output: m('z', [L, c.cap, c.outs]),
        targets: m('t', [c.shared ? 1 : L, c.cap, c.outs], 'onehot'),
        gradient: m('g', [L, c.cap, c.outs]),
        rowLoss: m('l', [L, c.cap]),
      },
    ],
    outputGradientR: (m) => [
      {
        kernel: 'outputGradient',
        task: 'regression',
        output: m('z', [L, c.cap, c.outs]),
        targets: m('t', [L, c.cap, c.outs]),
        gradient: m('g', [L, c.cap, c.outs]),
        rowLoss: m('l', [L, c.cap]),
      },
    ],
    updateParameters: (m) => [
      {
        kernel: 'updateParameters',
        input: m('x', [c.shared ? 1 : L, c.cap, c.ins]),
        outputGradient: m('g', [L, c.cap, c.outs]),
        weights: param(m, 'w', [L, c.ins, c.outs], c.opt),
        bias: param(m, 'b', [L, c.outs], c.opt),
        optimizer: o,
      },
    ],
    batchNorm: (m) => {
      const z = m('z', [L, c.cap, c.outs]);
      const mean = m('mean', [L, c.outs]),
        inv = m('inv', [L, c.outs]);
      const gamma = param(m, 'gamma', [L, c.outs], c.opt),
        beta = param(m, 'beta', [L, c.outs], c.opt);
      return [
        {
          kernel: 'batchNormForward',
          training: true,
          input: z,
          gamma: gamma.value,
          beta: beta.value,
          runningMean: m('rm', [L, c.outs]),
          runningVariance: m('rv', [L, c.outs], 'positive'),
          batchMean: mean,
          batchInverseDeviation: inv,
          output: m('Y', [L, c.cap, c.outs]),
          momentum: 0.9,
          epsilon: 1e-3,
          activation: c.act,
          dropout: { maskIndex: 0, given: null },
        },
        {
          kernel: 'batchNormBackward',
          outputGradient: m('dY', [L, c.cap, c.outs]),
          input: z,
          inputGradient: m('dZ', [L, c.cap, c.outs]),
          batchMean: mean,
          batchInverseDeviation: inv,
          gamma,
          beta,
          optimizer: o,
        },
      ];
    },
    batchNormEval: (m) => [
      {
        kernel: 'batchNormForward',
        training: false,
        input: m('z', [L, c.cap, c.outs]),
        gamma: m('gamma', [L, c.outs]),
        beta: m('beta', [L, c.outs]),
        runningMean: m('rm', [L, c.outs]),
        runningVariance: m('rv', [L, c.outs], 'positive'),
        batchMean: m('mean', [L, c.outs]),
        batchInverseDeviation: m('inv', [L, c.outs]),
        output: m('Y', [L, c.cap, c.outs]),
        momentum: 0.9,
        epsilon: 1e-3,
        activation: c.act,
        dropout: null,
      },
    ],
    limitColumns: (m) => [{ kernel: 'limitColumns', weights: m('w', [L, c.ins, c.outs]) }],
    reduceFigures: (m) => [
      {
        kernel: 'reduceFigures',
        weights: m('w', [L, c.ins, c.outs], 'sparse'),
        figures: m('f', [L, 4]),
      },
    ],
  };
}
const ROWED = new Set(['Y', 'Z', 'dX', 'dZ']);

async function check(gl: ComputeBackend, cpu: ComputeBackend) {
  const worst: Record<string, [number, string]> = {};
  for (const [i, c] of cases.entries()) {
    const slots = slotsFor(c.lanes, (l) =>
      l % 3 === 2
        ? {}
        : {
            keepHidden: l % 2 ? 0.5 : 0.8,
            labelSmoothing: 0.1 * l,
            gradientPerWeight: 0.02,
            gradientPerSign: 0.03,
            shrinkBefore: 0.04,
            softThreshold: l === 1 ? 0.2 : 0,
            columnLimit: l === 0 ? 1.5 : Infinity,
            firstCorrection: 0.2,
            secondCorrection: 0.05,
          },
    );
    const keys = new Uint32Array(c.lanes * 2).map((_, k) => makeKey(k + 1, 5));
    for (const [name, b] of Object.entries(builders(c))) {
      const times = name === 'updateParameters' || name === 'batchNorm' ? 2 : 1;
      const A = await runOn(cpu, b, c.lanes, c.rows, slots, keys, times, i);
      const B = await runOn(gl, b, c.lanes, c.rows, slots, keys, times, i);
      for (const t of Object.keys(A)) {
        const a = A[t]!,
          bb = B[t]!;
        let err = 0,
          mag = 0;
        const per = a.length / c.lanes / c.cap;
        for (let k = 0; k < a.length; k++) {
          if (ROWED.has(t) && Math.floor(k / per) % c.cap >= c.rows) continue;
          const d = Math.abs(a[k]! - bb[k]!);
          if (!(d <= err)) err = d;
          mag = Math.max(mag, Math.abs(a[k]!));
        }
        const rel = mag < 1e-6 ? err : err / mag;
        const key = `${name}.${t}`;
        if (!worst[key] || !(rel <= worst[key][0])) worst[key] = [rel, JSON.stringify(c)];
      }
    }
  }
  return worst;
}

let ready: Promise<{ webgl: MathBackendWebGL; cpu: MathBackendCPU }> | null = null;
async function setup() {
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  tf.env().set('WEBGL_VERSION', 2);
  await tf.setBackend('cpu');
  const cpu = tf.backend() as MathBackendCPU;
  await tf.setBackend('webgl');
  const webgl = tf.backend() as unknown as MathBackendWebGL;
  return { webgl, cpu };
}

function notebook(b: ComputeBackend, L: number, B = 32, H = 512) {
  const A = optimizerRule('adam');
  const t = (s: number[]) => b.allocate(s);
  const P = (s: number[]) => ({ value: t(s), first: t(s), second: t(s) });
  const x = t([1, B, 784]),
    y = t([1, B, 10]);
  const w1 = P([L, 784, H]),
    b1 = P([L, H]),
    w2 = P([L, H, 10]),
    b2 = P([L, 10]);
  const h = t([L, B, H]),
    o = t([L, B, 10]),
    g = t([L, B, 10]),
    gh = t([L, B, H]),
    loss = t([L, B]);
  const d = { maskIndex: 0, given: null };
  const r = rng(5);
  for (const w of [w1.value, w2.value])
    b.write(w, (e) => {
      for (let i = 0; i < e.length; i++) e[i] = (r() - 0.5) * 0.1;
    });
  const calls: KernelCall[] = [
    {
      kernel: 'denseForward',
      input: x,
      weights: w1.value,
      bias: b1.value,
      output: h,
      activation: 'relu',
      dropout: d,
    },
    {
      kernel: 'denseForward',
      input: h,
      weights: w2.value,
      bias: b2.value,
      output: o,
      activation: 'linear',
      dropout: null,
    },
    {
      kernel: 'outputGradient',
      task: 'classification',
      output: o,
      targets: y,
      gradient: g,
      rowLoss: loss,
    },
    {
      kernel: 'denseBackward',
      outputGradient: g,
      weights: w2.value,
      input: h,
      inputActivation: 'relu',
      inputDropout: d,
      inputGradient: gh,
    },
    {
      kernel: 'updateParameters',
      input: h,
      outputGradient: g,
      weights: w2,
      bias: b2,
      optimizer: A,
    },
    {
      kernel: 'updateParameters',
      input: x,
      outputGradient: gh,
      weights: w1,
      bias: b1,
      optimizer: A,
    },
  ];
  return {
    x,
    y,
    loss,
    calls,
    w1,
    tensors: [x, y, w1, b1, w2, b2, h, o, g, gh, loss].flatMap((q) =>
      'value' in q ? [q.value, q.first, q.second] : [q],
    ),
  };
}

async function bench(gl: ReturnType<typeof createWebglBackend>, L: number, steps: number) {
  const n = notebook(gl, L);
  const prog = gl.prepare(n.calls, L);
  const slots = slotsFor(L, (l) => ({
    keepHidden: l % 2 ? 0.8 : 1,
    learningRate: 0.001,
    firstCorrection: 0.1,
    secondCorrection: 0.001,
  }));
  const xs = new Float32Array(32 * 784).map((_, i) => ((i * 7919) % 256) / 255);
  const one = async (count: number) => {
    const t0 = performance.now();
    let js = 0;
    for (let i = 0; i < count; i++) {
      const j0 = performance.now();
      gl.write(n.x, (e) => e.set(xs));
      gl.write(n.y, (e) => {
        e.fill(0);
        for (let k = 0; k < 32; k++) e[k * 10 + ((k + i) % 10)] = 1;
      });
      prog.run({ rows: 32, slots, maskKeys: new Uint32Array(L).fill(i) });
      js += performance.now() - j0;
      if (i % 8 === 7) await gl.settle();
    }
    await gl.settle();
    return [(performance.now() - t0) / count, js / count];
  };
  await one(4);
  const d0 = gl.drawCount;
  const results: number[][] = [];
  for (let k = 0; k < 5; k++) results.push(await one(steps));
  const draws = (gl.drawCount - d0) / 5 / steps;
  results.sort((a, b) => a[0]! - b[0]!);
  const loss = await gl.read(n.loss);
  prog.dispose();
  for (const t of n.tensors) gl.release(t);
  return {
    lanes: L,
    stepsPerSecond: 1000 / results[2]![0]!,
    jsMs: results[2]![1],
    draws,
    loss: loss[0],
  };
}

async function kernelTimes(gl: ReturnType<typeof createWebglBackend>, L: number) {
  const n = notebook(gl, L);
  const slots = slotsFor(L, () => ({ keepHidden: 0.8, learningRate: 0.001 }));
  const out: Record<string, number> = {};
  for (const [i, c] of n.calls.entries()) {
    const prog = gl.prepare([c], L);
    const one = async (count: number) => {
      const t0 = performance.now();
      for (let k = 0; k < count; k++) prog.run({ rows: 32, slots, maskKeys: new Uint32Array(L) });
      await gl.settle();
      return (performance.now() - t0) / count;
    };
    await one(3);
    const times = [];
    for (let k = 0; k < 3; k++) times.push(await one(10));
    out[`${i} ${c.kernel}`] = times.sort((a, b) => a - b)[1]!;
    prog.dispose();
  }
  for (const t of n.tensors) gl.release(t);
  return out;
}

async function modelFit(batches: number) {
  const make = (dropout: number) => {
    const m = tf.sequential();
    m.add(tf.layers.dense({ units: 512, activation: 'relu', inputShape: [784] }));
    if (dropout) m.add(tf.layers.dropout({ rate: dropout }));
    m.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
    m.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    return m;
  };
  const xs = tf.randomUniform([32 * batches, 784]),
    ys = tf.oneHot(tf.randomUniform([32 * batches], 0, 10, 'int32'), 10);
  const models = [make(0), make(0.2)];
  for (const m of models)
    await m.fit(xs.slice([0, 0], [64, 784]), ys.slice([0, 0], [64, 10]), {
      batchSize: 32,
      epochs: 1,
      verbose: 0,
    });
  const t0 = performance.now();
  for (const m of models) await m.fit(xs, ys, { batchSize: 32, epochs: 1, verbose: 0 });
  const ms = (performance.now() - t0) / batches;
  for (const m of models) m.dispose();
  xs.dispose();
  ys.dispose();
  return { pairStepsPerSecond: 1000 / ms };
}

async function perDraw(webgl: MathBackendWebGL, L: number) {
  const b = createWebglBackend(webgl);
  const gl = webgl.getGPGPUContext().gl as WebGL2RenderingContext;
  const n = notebook(b, L);
  const prog = b.prepare(n.calls, L);
  const slots = slotsFor(L, () => ({ keepHidden: 0.8, learningRate: 0.001 }));
  const run = () => prog.run({ rows: 32, slots, maskKeys: new Uint32Array(L) });
  run();
  run();
  await b.settle();
  const px = new Float32Array(4);
  const times: number[][] = [];
  let i = 0;
  let last = 0;
  const orig = gl.drawArrays;
  const sync = () => {
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING));
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, px);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  };
  gl.drawArrays = function (...a: [number, number, number]) {
    sync();
    last = performance.now();
    orig.apply(gl, a);
    sync();
    (times[i] ??= []).push(performance.now() - last);
    i++;
  };
  for (let k = 0; k < 7; k++) {
    i = 0;
    run();
  }
  gl.drawArrays = orig;
  prog.dispose();
  for (const t of n.tensors) b.release(t);
  return times.map((t) => t.sort((a, b) => a - b)[Math.floor(t.length / 4)]!.toFixed(1)).join(' ');
}

const commands: Record<string, (...a: number[]) => Promise<unknown>> = {
  async probe() {
    const { webgl } = await (ready ??= setup());
    return {
      renderer: rendererName(webgl),
      probe: await probeWebgl(webgl),
      max: webgl.getGPGPUContext().gl.getParameter(0x8824),
      size: webgl.getGPGPUContext().gl.getParameter(0x0d33),
    };
  },
  async check() {
    const { webgl, cpu } = await (ready ??= setup());
    buildCases();
    const before = JSON.stringify([webgl.numDataIds(), webgl.memory()]);
    const w = await check(createWebglBackend(webgl), createCpuBackend(cpu, 'float64'));
    const after = JSON.stringify([webgl.numDataIds(), webgl.memory()]);
    return { w, before, after, err: webgl.getGPGPUContext().gl.getError() };
  },
  async bench(L = 2, steps = 10) {
    const { webgl } = await (ready ??= setup());
    return bench(createWebglBackend(webgl), L, steps);
  },
  async times(L = 2) {
    const { webgl } = await (ready ??= setup());
    return kernelTimes(createWebglBackend(webgl), L);
  },
  async draws(L = 2) {
    const { webgl } = await (ready ??= setup());
    return perDraw(webgl, L);
  },
  async one(k = 0, count = 30) { const { webgl } = await (ready ??= setup()); const gl = createWebglBackend(webgl); const n = notebook(gl, 2); const slots = slotsFor(2, () => ({ keepHidden: 0.8, learningRate: 0.001 })); const prog = gl.prepare([n.calls[k]!], 2); for (let i = 0; i < count; i++) { prog.run({ rows: 32, slots, maskKeys: new Uint32Array(2) }); } await gl.settle(); prog.dispose(); for (const t of n.tensors) gl.release(t); return n.calls[k]!.kernel; },
  async upd(o = 0, count = 30) { const { webgl } = await (ready ??= setup()); const gl = createWebglBackend(webgl); const n = notebook(gl, 2); const slots = slotsFor(2, () => ({ keepHidden: 0.8, learningRate: 0.001 })); const c = n.calls[5] as never as { weights: { value: Tensor; first: Tensor | null; second: Tensor | null } }; const opt = OPTIMIZER_IDS[o]!; const call = { ...n.calls[5]!, bias: null, weights: { value: c.weights.value, first: hasFirstMoment(opt) ? c.weights.first : null, second: hasSecondMoment(opt) ? c.weights.second : null }, optimizer: optimizerRule(opt) } as KernelCall; const prog = gl.prepare([call], 2); for (let i = 0; i < count; i++) { prog.run({ rows: 32, slots, maskKeys: new Uint32Array(2) }); } await gl.settle(); prog.dispose(); for (const t of n.tensors) gl.release(t); return opt; },
  async fit(n = 10) {
    await (ready ??= setup());
    return modelFit(n);
  },
};
self.onmessage = (e: MessageEvent) => {
  const [name, ...args] = e.data as [string, ...number[]];
  Promise.resolve()
    .then(() => commands[name]!(...args))
    .then(
      (r) => self.postMessage({ r }),
      (err) => self.postMessage({ error: String(err?.stack ?? err) }),
    );
};
self.postMessage('ready');
