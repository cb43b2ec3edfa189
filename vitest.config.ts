/**
 * Four projects: "unit" (beside the sources; a component test asks for jsdom in its first line), "e2e" (the
 * built site in a real Chromium, as a user meets it), "browser" (what trains, in workers of a Chromium) and
 * "engines" (a walk through the built site in Chromium, Firefox and WebKit).
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
          restoreMocks: true, // files share their globals
          unstubGlobals: true,
          isolate: false, // modules are loaded once a worker, not once a file: a third of the time
        },
      },
      browserProject('e2e', ['tests/e2e/**/*.test.ts'], 'tests/e2e/serve-site.ts', {
        isolate: false, // one browser for all files of a worker
        // A page under test waits as long as it works: for paces, timers and animations.
        ...{ maxWorkers: 2, fileParallelism: true },
        setupFiles: ['tests/e2e/close-pages.ts'],
      }),
      browserProject(
        'browser',
        ['tests/{browser,effects}/**/*.test.ts'],
        'tests/browser/install-browser.ts',
      ),
      browserProject('engines', ['tests/engines/**/*.test.ts'], 'tests/e2e/serve-site.ts'),
    ],
  },
});

/** One file after the other, unless `more` says otherwise: each trains in workers of its own, on two cores. */
function browserProject(name: string, include: string[], globalSetup: string, more = {}) {
  return {
    test: {
      ...{ name, include, environment: 'node' as const, pool: 'forks' as const },
      globalSetup: [globalSetup],
      ...{ maxWorkers: 1, fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 },
      expect: { poll: { timeout: 30_000 } }, // a page under test shares two cores with another
      ...more,
    },
  };
}
