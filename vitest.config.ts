import { defineConfig } from 'vitest/config';

/**
 * `unit` needs nothing but source; `service` starts servers and child processes on loopback and runs built bundles;
 * `faults` makes HubSpot fail and prints what came of it; `browser` drives Chromium against a workbench. `npm test` builds before it runs them.
 * `endurance` takes minutes, and is run on its own: `npm run test:endurance`.
 * Nothing a test file leaves behind matters to the next: they share a process, and what they import is read once.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{docs,core,themes,meetings,deal-state,lint,plan,expedite,offers,insights,learning,fair-dealing,words,messages,evidence,contracts,crm,commands,terms}/**/*.test.{ts,tsx}',
            'test/import/*.test.ts',
          ],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'service',
          include: ['test/{emulator,serverless,workbench,demo,build,ui,import/loading}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          // Functions have eight seconds by the wall clock: more of them at once starve each other on two busy cores.
          maxConcurrency: 8,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      { test: { name: 'endurance', include: ['test/endurance/**/*.test.ts'], testTimeout: 900_000 } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          isolate: false,
        },
      },
    ],
  },
});
