import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import {
  everywhere,
  honestTests,
  impureGlobals,
  noDefaultExport,
  noEnvironment,
  replayed,
  programmesOwn,
  programmeWords,
  stepKeys,
  stillNaming,
  serverClock,
  theClock,
  zoneOfTheMachine,
} from './tools/lint/forbidden.js'
import { house } from './tools/lint/house-rules.js'

const budget = JSON.parse(readFileSync(new URL('tools/budget.json', import.meta.url), 'utf8'))
const forbid = (...lists) => ['error', ...lists.flat()]
/** What is forbidden in the engine everywhere, in the files too that still name roles and statuses. */
const engine = [everywhere, zoneOfTheMachine, noDefaultExport, noEnvironment, replayed, theClock, stepKeys]
const everyLine = (max) => ['error', { max, skipBlankLines: false, skipComments: false }]
const budgetFor = (kind) => ({
  'max-lines': everyLine(budget.lines.file[kind]),
  'max-lines-per-function': everyLine(budget.lines.function[kind]),
})
const eslintRule = { file: 'max-lines', function: 'max-lines-per-function' }

const nodeModules = {
  regex: `^(node:.*|(${builtinModules.join('|')})(/.*)?)$`,
  message: 'A replayed room has no Node. Put the effect into an activity.',
}

/** What never passes, whoever writes it. */
const forEverybody = {
  files: ['**/*.ts', '**/*.tsx'],
  extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
  plugins: { house },
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    ...budgetFor('ts'),
    '@typescript-eslint/ban-ts-comment': [
      'error',
      { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
    ],
    '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: true }],
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    '@typescript-eslint/require-await': 'off', // An interface may be async in one place and immediate in another.
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { allowDefaultCaseForExhaustiveSwitch: true, requireDefaultForNonUnion: true },
    ],
    eqeqeq: 'error',
    'house/described-suppression': 'error',
    'house/documented-export': 'error',
    'house/executed-query': 'error',
    'house/no-barrel': 'error',
    'house/positional-parameters': ['error', budget.parameters],
    'no-console': 'error',
    'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, noEnvironment, theClock, serverClock),
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    'prefer-const': 'error',
  },
}

const exceptions = budget.exceptions.map(({ file, limit }) => ({
  files: [file],
  rules: { [eslintRule[limit]]: 'off' },
}))

export default defineConfig([
  globalIgnores([
    'node_modules/',
    '.cornerstone/',
    'coverage/',
    'test/architecture/fixtures/',
    'verify/verify-evidence.mjs',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  forEverybody,
  { files: ['**/*.tsx'], rules: budgetFor('tsx') },
  {
    files: ['domain/**/*.ts', 'workflows/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-imports': ['error', { patterns: [nodeModules] }],
      'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, noEnvironment, replayed, theClock),
    },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: ['domain/gicc/**'],
    rules: {
      'no-restricted-syntax': forbid(...engine),
    },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: ['domain/gicc/**', ...programmesOwn, ...stillNaming],
    rules: {
      'no-restricted-syntax': forbid(...engine, programmeWords),
    },
  },
  {
    files: ['workflows/clock.ts'], // Temporal's clock, the same instant on every replay.
    rules: { 'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, noEnvironment, replayed) },
  },
  { files: ['workflows/index.ts'], rules: { 'house/no-barrel': 'off' } }, // The list of registered workflows.
  {
    files: ['clock/machine-clock.ts'], // The one place that asks the machine.
    rules: { 'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, noEnvironment) },
  },
  {
    // When a letter's turn comes, and whether a session is alive, goes by the one clock that all processes share.
    files: ['db/record/queue-letters.ts', 'db/writes/letters.ts', 'db/reads/sessions.ts'],
    rules: { 'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, noEnvironment, theClock) },
  },
  {
    files: ['config/**/*.ts'],
    rules: { 'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, theClock, serverClock) },
  },
  { files: ['cli/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts', 'workers/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // Matchers such as expect.any() are typed as any.
      'house/documented-export': 'off',
      'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, noDefaultExport, honestTests, theClock, serverClock),
    },
  },
  {
    files: ['test/support/global-*.ts'],
    rules: { 'no-restricted-syntax': forbid(everywhere, zoneOfTheMachine, honestTests, theClock, serverClock) },
  }, // Jest calls the default export.
  ...exceptions,
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [eslint.configs.recommended],
    plugins: { house },
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: { ...budgetFor('ts'), 'house/described-suppression': 'error', 'no-warning-comments': 'error' },
  },
])
