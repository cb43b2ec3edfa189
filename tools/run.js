/**
 * Runs a TypeScript tool: `node tools/run.js tools/test-all.ts [arguments]`. Node 20 cannot load
 * TypeScript, and Vite, which is here anyway, can; so tools and sources share one language and no
 * loader is added. Plain JavaScript because it comes first.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// The tool then finds its own name and arguments where it would have them under Node.
process.argv.splice(1, 1);
const tool = process.argv[1];
if (tool === undefined) throw new Error('Usage: node tools/run.js <tool.ts> [arguments]');
await runnerImport(resolve(tool), { configFile: false, logLevel: 'warn' });
