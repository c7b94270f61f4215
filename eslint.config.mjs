import { config as hubspot } from '@hubspot/eslint-config-ui-extensions';
import importX from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';
import { readdirSync } from 'node:fs';
import { noImportCircle } from './lint/no-import-circle.mjs';

/** Features of the screens: what two of them use is in `shared`, and only `pages` knows them all. */
const features = readdirSync(new URL('./extensions/ui', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['shared', 'pages', 'node_modules'].includes(entry.name))
  .map(({ name }) => `./extensions/ui/${name}`);

const screens = [
  ...features.map((feature) => ({
    target: feature,
    from: [...features.filter((other) => other !== feature), './extensions/ui/pages'],
    message: 'Features do not know each other: what two of them use is in extensions/ui/shared.',
  })),
  {
    target: './extensions/ui/shared',
    from: [...features, './extensions/ui/pages'],
    message: 'What features share knows none of them.',
  },
];

const srcRooms = readdirSync(new URL('./src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => `./src/${name}`);

/** Rooms of the house and the rooms each may not reach into (docs/architecture.md section 2). */
const zones = [
  {
    target: './src',
    from: ['./extensions', './serverless', './commands', './demo', './import', './workbench', './test', './bench'],
  },
  {
    target: './src/vocabulary',
    from: srcRooms.filter((room) => room !== './src/vocabulary'),
    message: 'What policy and score both speak of knows neither.',
  },
  {
    target: './src/policy',
    from: srcRooms.filter((room) => !['./src/vocabulary', './src/policy'].includes(room)),
    message: 'The score reads the policy, not the other way round.',
  },
  {
    target: './src/scoring',
    from: srcRooms.filter((room) => !['./src/vocabulary', './src/policy', './src/scoring'].includes(room)),
    message: 'The model knows no room that uses it.',
  },
  {
    target: './extensions',
    from: ['./serverless', './commands', './demo', './import', './workbench', './test', './bench'],
  },
  { target: './extensions/ui', from: ['./extensions/cards', './extensions/pages', './extensions/settings'] },
  {
    target: './serverless',
    from: ['./extensions', './commands', './demo', './import', './workbench', './test', './bench'],
  },
  { target: './demo', from: ['./extensions', './commands', './import', './test', './bench'] },
  { target: './import', from: ['./extensions', './serverless', './commands', './demo', './test', './bench'] },
  {
    target: './workbench',
    from: ['./src', './extensions', './serverless', './commands', './demo', './import', './test', './bench'],
    message: 'The workbench knows HubSpot and not this app.',
  },
  { target: './workbench/host', from: ['./workbench/emulator'], message: 'The host talks to the emulator over HTTP.' },
  { target: './commands', from: ['./extensions', './test'] },
];

/** `zod` is forbidden by name, not by pattern: a pattern would take `zod/mini` with it. */
const zod = [{ name: 'zod', message: 'Use zod/mini: it is bundled.' }];
const icu = { name: 'intl-messageformat', message: 'Messages for customers are composed in src/messages.' };
/** What the core may not import, and the one room that may format messages. */
const coreImports = (paths) =>
  forbid(
    [
      [['node:*'], 'The core does no I/O.'],
      [['react', '@hubspot/*'], 'zod/mini is the core’s only dependency, and intl-messageformat that of src/messages.'],
    ],
    paths,
  );
const forbid = (patterns, paths = []) => [
  'error',
  { paths, patterns: patterns.map(([group, message]) => ({ group, message })) },
];
const apiClient = [['@hubspot/api-client', '@hubspot/api-client/*'], 'Only serverless/ports talks to the HubSpot API.'];
const core = [
  ['@deal-terms/*'],
  'The workbench knows HubSpot and not this app: a wrong belief must not sit on both sides.',
];

export default tseslint.config(
  { ignores: ['build/**', 'node_modules/**', '.workbench/**', 'test/build/fixtures/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: {
      'import-x': importX,
      jsdoc,
      'react-hooks': reactHooks,
      rooms: { rules: { 'no-import-circle': noImportCircle } },
    },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/tsconfig.json', './extensions/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...screens] }],
      'rooms/no-import-circle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-properties': [
        'error',
        { object: 'vi', property: 'mock', message: 'No module mocks: use the emulator or a port.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': coreImports([...zod, icu]),
      'no-restricted-globals': ['error', 'performance', 'process', 'console', 'setTimeout', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The core is deterministic.' },
        { object: 'Date', property: 'now', message: 'The core is told what time it is.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
          message: 'The core is told what time it is.',
        },
      ],
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { FunctionDeclaration: true } }],
      'jsdoc/require-description': 'error',
    },
  },
  { files: ['src/messages/**/*.ts'], rules: { 'no-restricted-imports': coreImports(zod) } },
  {
    files: ['extensions/**/*.{ts,tsx}'],
    extends: [...hubspot],
    rules: { 'no-restricted-imports': forbid([apiClient, [['node:*'], 'Runs in a worker.']], [...zod, icu]) },
  },
  {
    files: ['serverless/**/*.ts'],
    ignores: ['serverless/ports/**'],
    rules: { 'no-restricted-imports': forbid([apiClient], [...zod, icu]) },
  },
  { files: ['demo/**/*.ts'], rules: { 'no-restricted-imports': forbid([apiClient]) } },
  { files: ['workbench/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': forbid([core, apiClient]) } },
  { files: ['commands/**/*.ts'], rules: { 'no-console': 'off', 'no-restricted-imports': forbid([apiClient]) } },
  {
    files: ['test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // The SDK declares its plain inputs as classes; object literals are how its own documentation passes them.
  { files: ['test/emulator/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' } },
  { files: ['*.config.ts', '**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
