/** Mutation testing: `npm run mutate -- src/offers`. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant in what runs once on import would need every test to start over; there are few, and they cost most of the time.
  ignoreStatic: true,
  ignorePatterns: ['/build', '.workbench', 'coverage', 'docs/images'],
  // Tests that type commands would otherwise all build them at the same moment.
  buildCommand: 'node commands/run.mjs crm-install --help',
  tempDirName: '.workbench/mutation',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: '.workbench/mutation.html' },
  clearTextReporter: { reportTests: false, allowColor: false },
  thresholds: { high: 95, low: 85, break: 85 },
};
