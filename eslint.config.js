/**
 * Lint: types are used strictly, hooks and markup are sound, and nothing that differs between
 * browsers reaches a figure. Which folder may import which is checked in .dependency-cruiser.js.
 */
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.{ts,tsx}', 'tests/**'];

/** Correctly rounded or exact by the standard; everything else in Math may differ in the last bit. */
const exactMath = [
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt'],
  ...['trunc', 'PI', 'E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'SQRT2', 'SQRT1_2'],
];
const inexactMath = Object.getOwnPropertyNames(Math)
  .filter((property) => !exactMath.includes(property))
  .map((property) => ({
    object: 'Math',
    property,
    message:
      property === 'random'
        ? 'Use the seeded generator in src/base/random.ts: the same seed must give the same curves.'
        : 'It differs between browsers in the last bit. Use src/base/elementary.ts.',
  }));

const noBarrels = {
  selector: 'ExportAllDeclaration',
  message: 'No barrel files: import from the file that defines the name.',
};
const noPower = {
  // 2 ** 24 and the like are exact everywhere.
  selector:
    ":matches(BinaryExpression[operator='**']:not([left.value=2][right.type='Literal']), AssignmentExpression[operator='**='])",
  message:
    '`**` is Math.pow, which differs between browsers. Multiply, or use src/base/elementary.ts.',
};
const noWorker = {
  selector: "NewExpression[callee.name='Worker']",
  message: 'Only src/client/spawn-trainer.ts starts the worker.',
};

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|js|mjs)$/;
/** @type {import('eslint').Rule.RuleModule} */
const kebabCaseFileName = {
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).at(-1) ?? '';
      // A leading dot is how some tools want their configuration named.
      if (!kebabCase.test(name.replace(/^\./, '')))
        context.report({ node, message: `Name the file in kebab-case: ${name}` });
    },
  }),
};

export default defineConfig(
  {
    ignores: ['dist', 'coverage', 'tests/**/output', 'src/trainer/kernels/wasm/assembly'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.worker.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { own: { rules: { 'kebab-case-file-name': kebabCaseFileName } } },
    rules: {
      eqeqeq: 'error',
      'own/kebab-case-file-name': 'error',
      'no-restricted-syntax': ['error', noBarrels],
      // Constants are written with all digits of their source, beyond what a double holds.
      'no-loss-of-precision': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The rest only makes strict rules bearable.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // tfjs names classes where it means shapes
      '@typescript-eslint/no-unused-vars': 'off', // tsc reports them (noUnusedLocals, noUnusedParameters)
      '@typescript-eslint/require-await': 'off', // an interface may ask for a promise
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: tests,
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', noBarrels, noWorker] },
  },
  {
    files: ['src/{base,settings,engine,regularizers,datasets,trainer}/**'],
    ignores: tests,
    rules: {
      'no-restricted-properties': ['error', ...inexactMath],
      'no-restricted-syntax': ['error', noBarrels, noWorker, noPower],
    },
  },
  {
    files: ['src/client/spawn-trainer.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrels] },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.configs.strict],
  },
  {
    files: ['**/*.js'],
    rules: { 'no-undef': 'off' }, // tsc checks these files too
  },
  {
    files: tests,
    rules: {
      // expect(object.method) is how spies are checked.
      '@typescript-eslint/unbound-method': 'off',
      // fast-check and page.evaluate pass functions around freely.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
);
