/**
 * Devices that this machine does not have, made in a worker by changing what its WebGL says or does. Each
 * acts on contexts made afterwards.
 */

const { prototype } = WebGL2RenderingContext;
/** Of the extension WEBGL_debug_renderer_info. */
const UNMASKED_RENDERER_WEBGL = 0x9246;

export const DEVICES = {
  /** As it is: WebGL in software. */
  'this one': () => undefined,
  'a GPU by its name': nameRenderer,
  /** What is kept in a float texture has eleven bits, as on many phones. */
  'a GPU with half precision': () => {
    nameRenderer();
    replace('texStorage3D', (original) => (target, levels, format, ...size) => {
      const kept = format === prototype.RGBA32F ? prototype.RGBA16F : format;
      original(target, levels, kept, ...size);
    });
  },
  'a GPU with two render targets': () => {
    nameRenderer();
    answerFor(prototype.MAX_DRAW_BUFFERS, 2);
  },
  /** Calls succeed, and nothing sent to it is ever done. */
  'a GPU that hangs': () => {
    nameRenderer();
    replace('clientWaitSync', () => () => prototype.TIMEOUT_EXPIRED);
  },
  'a GPU with a wrong product': () => {
    nameRenderer();
    replace('shaderSource', (original) => (shader, source) => {
      original(shader, source.replaceAll('{ return x; }', '{ return 1.001 * x; }'));
    });
  },
  'no WebGL': withoutWebgl,
  'a GPU without WASM': () => {
    nameRenderer();
    withoutWasm();
  },
  'software without WASM': withoutWasm,
  'no WebGL, and no WASM either': () => {
    withoutWebgl();
    withoutWasm();
  },
} as const;

export type DeviceName = keyof typeof DEVICES;

function nameRenderer(): void {
  answerFor(UNMASKED_RENDERER_WEBGL, 'ANGLE (Test, A GPU, OpenGL 4.5)');
}

/** What `getParameter` answers for one of its names. */
function answerFor(name: GLenum, answer: unknown): void {
  replace(
    'getParameter',
    (original) =>
      (which): unknown =>
        which === name ? answer : original(which),
  );
}

function withoutWebgl(): void {
  OffscreenCanvas.prototype.getContext = () => null;
}

function withoutWasm(): void {
  const { fetch } = self;
  self.fetch = (input, options) =>
    typeof input === 'string' && input.includes('.wasm')
      ? Promise.reject(new Error('the network is down'))
      : fetch(input, options);
}

type Context = WebGL2RenderingContext;
type Method = {
  [Name in keyof Context]: Context[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Context];

/** Puts another method in place of the context's; `original` is bound to the context. */
export function replace<Name extends Method>(
  name: Name,
  make: (original: Context[Name]) => Context[Name],
): () => void {
  const before = Object.getOwnPropertyDescriptor(prototype, name);
  const method = prototype[name] as (...args: unknown[]) => unknown;
  Object.defineProperty(prototype, name, {
    configurable: true,
    value(this: Context, ...args: unknown[]) {
      const original = method.bind(this) as Context[Name];
      const other = make(original) as (...args: unknown[]) => unknown;
      return other.apply(this, args);
    },
  });
  return () => {
    if (before) Object.defineProperty(prototype, name, before);
  };
}
