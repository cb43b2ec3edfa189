/** What pages, and the shell around them, may import. */
const belowPages = [
  ...['base', 'settings', 'engine', 'regularizers', 'datasets', 'experiment', 'figures'],
  ...[
    'closed-forms',
    'protocol',
    'findings',
    'plans',
    'exports',
    'links',
    'presets',
    'client',
    'store',
    'ui',
  ],
];

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
  // The schema of settings and their check; forms are drawn from it.
  settings: ['base'],
  // Solutions that need no training, beside which trained ones are shown.
  'closed-forms': ['base'],
  engine: ['base', 'settings'],
  regularizers: ['base', 'settings', 'engine'],
  datasets: ['base', 'settings', 'engine', 'regularizers*'],
  // What is true of an experiment without a page.
  experiment: ['base', 'settings', 'engine', 'regularizers', 'datasets'],
  // What trainings come to.
  figures: ['base', 'engine*', 'experiment', 'closed-forms*'],
  protocol: [
    ...['base', 'settings', 'engine', 'experiment', 'figures', 'closed-forms*'],
    'datasets*',
  ],
  // Rules that turn figures into statements.
  findings: [
    ...['base', 'settings', 'engine', 'datasets', 'experiment', 'figures', 'closed-forms'],
    'regularizers*',
    'protocol*',
    'client*',
  ],
  // Experiments in, lanes out; results in, summaries out.
  plans: [
    ...['base', 'settings', 'engine', 'regularizers', 'datasets', 'experiment', 'figures'],
    ...['closed-forms', 'findings'],
  ],
  presets: [
    ...['base', 'settings', 'engine', 'regularizers', 'datasets', 'experiment', 'protocol'],
    'plans',
  ],
  // Settings in addresses.
  links: ['base', 'settings', 'regularizers', 'datasets', 'experiment', 'plans'],
  // Files that users take away.
  exports: [
    ...['base', 'settings', 'engine', 'regularizers', 'datasets', 'experiment', 'figures'],
    'plans',
  ],
  // No page code lists the trainer: it is reached by messages alone.
  trainer: [
    ...['base', 'settings', 'engine', 'regularizers', 'datasets', 'experiment', 'figures'],
    ...['closed-forms', 'protocol'],
  ],
  client: [
    ...['base', 'engine', 'datasets', 'regularizers', 'experiment', 'figures', 'protocol'],
    'settings*',
  ],
  store: [
    ...['base', 'settings', 'engine', 'regularizers', 'datasets', 'experiment', 'figures'],
    ...['closed-forms', 'protocol', 'findings', 'plans', 'exports', 'links', 'presets', 'client'],
  ],
  ui: ['base', 'settings'],
  pages: belowPages,
  // A course made of the pages' parts.
  lessons: [...belowPages, 'pages'],
  app: [...belowPages, 'pages', 'lessons', 'glossary'],
};

const testFiles = ['\\.test\\.tsx?$', '-fixture\\.tsx?$', '^tests/'];
/** Takes nothing of the worker's file but its address. */
const spawner = '^src/client/spawn-trainer\\.ts$';
/** A folder of one panel; what several share is in "shared". */
const PANEL = '(?!shared/)([^/]+)';
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
      name: 'page-to-page',
      severity: 'error',
      comment: 'A page never imports another page; what two share is in pages/shared, or in ui.',
      from: { path: '^src/pages/([^/]+)/', pathNot: testFiles },
      to: { path: '^src/pages/[^/]+/', pathNot: ['^src/pages/$1/', '^src/pages/shared/'] },
    },
    {
      name: 'panel-to-panel',
      severity: 'error',
      comment: 'A panel of the microscope never imports another; what two share is in shared/.',
      from: { path: `^src/pages/compare/microscope/${PANEL}/`, pathNot: testFiles },
      to: {
        path: `^src/pages/compare/microscope/${PANEL}/`,
        pathNot: '^src/pages/compare/microscope/$1/',
      },
    },
    {
      name: 'job-to-job',
      severity: 'error',
      comment: 'The kinds of job know nothing of each other; what two need is above them.',
      from: { path: '^src/trainer/(live|batch|laboratory|table)-job/', pathNot: testFiles },
      to: {
        path: '^src/trainer/(live|batch|laboratory|table)-job/',
        pathNot: '^src/trainer/$1-job/',
      },
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
      comment: 'Types count too: what two files need of each other belongs in a third.',
      from: {},
      to: { circular: true },
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
