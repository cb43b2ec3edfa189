/**
 * Compiles the AssemblyScript kernels: `node tools/run.js tools/build-wasm-kernels.ts`. The result,
 * src/trainer/kernels/wasm/kernels.wasm, is committed, so that nobody else needs the compiler; a test
 * compiles again and compares the bytes.
 *
 * - The memory is imported (tfjs' own), so there must be no data segment: the test looks.
 * - No relaxed SIMD and no fused multiply-add: results must be the same bits on every device.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = 'src/trainer/kernels/wasm/assembly/execute.ts';
export const KERNELS_FILE = fileURLToPath(
  new URL('../src/trainer/kernels/wasm/kernels.wasm', import.meta.url),
);

/** @throws with the compiler's messages. */
export async function compileKernels(): Promise<Uint8Array> {
  const output = await compile('--outFile');
  if (typeof output === 'string') throw new Error('The compiler wrote text.');
  return output;
}

/** The same module in WebAssembly's text format, for checks of what instructions it uses. */
export async function disassembleKernels(): Promise<string> {
  const output = await compile('--textFile');
  if (typeof output !== 'string') throw new Error('The compiler wrote no text.');
  return output;
}

async function compile(format: '--outFile' | '--textFile'): Promise<string | Uint8Array> {
  const messages = asc.createMemoryStream();
  let output: string | Uint8Array | undefined;
  const { error } = await asc.main(
    [
      ENTRY,
      ...['--baseDir', ROOT, format, 'kernels'],
      ...['-O3', '--converge', '--noAssert', '--runtime', 'stub'],
      ...['--importMemory', '--noExportMemory', '--enable', 'simd'],
    ],
    {
      stderr: messages,
      writeFile: (_name, contents) => {
        output = contents;
      },
    },
  );
  if (error || !output) throw new Error(messages.toString() || 'The compiler wrote nothing.');
  return output;
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const binary = await compileKernels();
  await writeFile(KERNELS_FILE, binary);
  console.log(`${KERNELS_FILE}: ${binary.length} bytes`);
}
