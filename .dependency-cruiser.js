/**
 * The floors of the house: what each folder of src may import besides itself.
 * A star means types only. docs/architecture.md says why; tests are exempt.
 */
const floors = {
  base: [],
  // What JSX becomes: TypeScript and Vite put the import into each file that has any.
  jsx: [],
  // Words and what they mean; the app hands them down.
  glossary: [],
  engine: ['base'],
  // Rules that turn figures into statements.
  findings: ['base'],
  regularizers: ['base', 'engine'],
  datasets: ['base', 'engine', 'regularizers*'],
  protocol: ['base', 'engine', 'regularizers*', 'datasets*'],
  // Experiments in, lanes out; results in, summaries out.
  plans: ['base', 'engine', 'regularizers', 'datasets', 'protocol', 'findings'],
  // No page code lists the trainer: it is reached by messages alone.
  trainer: ['base', 'engine', 'regularizers', 'datasets', 'protocol'],
  client: ['base', 'engine', 'regularizers', 'datasets', 'protocol'],
  presets: ['base', 'engine', 'regularizers', 'datasets', 'protocol'],
  labs: ['base', 'engine', 'regularizers', 'datasets', 'protocol'],
  lessons: ['base', 'engine', 'regularizers', 'datasets', 'protocol'],
  exports: ['base', 'engine', 'regularizers', 'datasets', 'protocol'],
  store: [
    ...['base', 'engine', 'regularizers', 'datasets', 'protocol'],
    ...['client', 'presets', 'labs', 'lessons', 'exports'],
  ],
  ui: ['base', 'engine*'],
  panels: [
    ...['base', 'engine', 'regularizers', 'datasets', 'protocol'],
    ...['client', 'presets', 'labs', 'lessons', 'exports', 'store', 'ui'],
  ],
  app: [
    ...['base', 'engine', 'regularizers', 'datasets', 'protocol'],
    ...['client', 'presets', 'labs', 'lessons', 'exports', 'store', 'ui', 'panels', 'glossary'],
  ],
};

const testFiles = ['\\.test\\.tsx?$', '^tests/'];
/** Takes nothing of the worker's file but its address. */
const spawner = '^src/client/spawn-trainer\\.ts$';
const anyOf = (/** @type {string[]} */ folders) => `^src/(${folders.join('|')})/`;

const floorRules = Object.entries(floors).flatMap(([folder, allowed]) => {
  const typesOnly = allowed.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  const reachable = [folder, ...allowed.map((name) => name.replace('*', ''))];
  const from = { path: anyOf([folder]), pathNot: [...testFiles, spawner] };
  const rules = [
    {
      name: `floor-${folder}`,
      severity: 'error',
      comment: `src/${folder} may import only from: ${[folder, ...allowed].join(', ')}`,
      from,
      to: { path: '^(src|tests|tools)/', pathNot: anyOf(reachable) },
    },
  ];
  if (typesOnly.length === 0) return rules;
  const typeRule = {
    name: `floor-${folder}-types-only`,
    severity: 'error',
    comment: `src/${folder} may import only types from: ${typesOnly.join(', ')}`,
    from,
    to: { path: anyOf(typesOnly), dependencyTypesNot: ['type-only'] },
  };
  return [...rules, typeRule];
});

export default {
  forbidden: [
    ...floorRules,
    {
      name: 'folder-without-floor',
      severity: 'error',
      comment: 'Every folder of src has a line in the table of .dependency-cruiser.js.',
      from: { path: '^src/', pathNot: [anyOf(Object.keys(floors)), ...testFiles] },
      to: {},
    },
    {
      name: 'panel-to-panel',
      severity: 'error',
      comment: 'A panel never imports another panel; what two share belongs in ui or src/panels/.',
      from: { path: '^src/panels/([^/]+)/', pathNot: testFiles },
      to: { path: '^src/panels/[^/]+/', pathNot: '^src/panels/$1/' },
    },
    {
      name: 'tfjs-outside-trainer',
      severity: 'error',
      comment: 'tfjs is loaded in the worker alone: the page must stay small and responsive.',
      from: { path: '^src/', pathNot: ['^src/trainer/', ...testFiles] },
      to: { path: '@tensorflow/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'A cycle through a type-only import is none at run time (a slice names its whole store).',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-barrel',
      severity: 'error',
      comment: 'No index.ts: import from the file that defines the name.',
      from: { path: '^src/.*\\bindex\\.(ts|tsx)$' },
      to: {},
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing.',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', ...testFiles] },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // see type-only imports too
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/trainer/kernels/wasm/assembly/' },
  },
};
