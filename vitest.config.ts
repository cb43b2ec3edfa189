/**
 * Two projects: "unit" (beside the sources; a component test asks for jsdom in its first line) and
 * "e2e" (the built site in a real Chromium, one file after the other: two cores, one GPU emulator).
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
            'tests/{kernels,closed-forms,autodiff,traps}/**/*.test.ts',
          ],
          setupFiles: ['tests/prepare-component-tests.ts'],
          testTimeout: 30_000, // slow machines are not failures
          maxWorkers: '100%', // the default leaves one of two cores idle
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/{e2e,browser,effects}/**/*.test.ts'],
          globalSetup: ['tests/e2e/serve-site.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
