import { expect, it } from 'vitest';
import { asClause, whyNoWasm } from './why-not.ts';

it.each([
  ['This device cannot draw into float textures.', 'this device cannot draw into float textures'],
  ['The WebGL context was lost.', 'the WebGL context was lost'],
  ['WebGL did not start', 'WebGL did not start'],
  ['it computes in half precision', 'it computes in half precision'],
])('"%s" becomes the end of a sentence', (message, clause) => {
  expect(asClause(new Error(message))).toBe(clause);
});

it.each([
  [
    new WebAssembly.CompileError('WebAssembly.compile(): expected 4 bytes, fell off end @+0'),
    'its code did not arrive, or arrived damaged',
  ],
  [
    new WebAssembly.CompileError(
      'WebAssembly.compile(): expected magic word 00 61 73 6d, found 3c 21 64 6f @+0',
    ),
    'its code did not arrive, or arrived damaged',
  ],
  [new TypeError('Failed to fetch'), 'its code did not arrive, or arrived damaged'],
  [new ReferenceError('WebAssembly is not defined'), 'this browser has no WebAssembly'],
  [
    new WebAssembly.CompileError(
      "Refused to compile or instantiate WebAssembly module because 'wasm-unsafe-eval' is not allowed",
    ),
    'this browser, or the site that shows the page, forbids WebAssembly',
  ],
  [new Error('The WASM backend is missing.'), 'the WASM backend is missing'],
])('of WASM nothing is told in the words of the engine: %s', (error, words) => {
  expect(whyNoWasm(error)).toBe(words);
});

it('really is what an empty file is told with', async () => {
  const error: unknown = await WebAssembly.compile(new ArrayBuffer(0)).catch((e: unknown) => e);
  expect(whyNoWasm(error)).toBe('its code did not arrive, or arrived damaged');
});
