/** Native ESM under Jest; one PostgreSQL and one Temporal server per run come from test/support/global-setup.ts. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/support/other-day.mjs', '<rootDir>/test/support/hold-keys.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // As many as the proof has cores: a third made each file take longer by more than it took over, and the whole run with it.
  maxWorkers: 2,
  // Modules of a file that is done stay in the worker's memory, and cleaning up among gigabytes of them costs a third of the whole run.
  workerIdleMemoryLimit: '800MB',
  testTimeout: 60_000,
}
