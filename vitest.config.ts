import { defineConfig } from 'vitest/config'

/** As many as CI has processors. */
const WORKERS = 2

/** Where each worker has a checkout of its own: builds of one checkout wait for each other. */
const CHECKOUTS = '.cache/test/checkouts'

/** Milliseconds that the quickest of tests may take: so long that a busy machine is slow, and not red. */
const PATIENCE = 60_000

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test-results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src', 'comments-server', 'bench', 'tools'].map((folder) => `${folder}/**/*.test.ts`),
          // They put back what they change. A process for each file took twice as long as all the tests.
          isolate: false,
          maxWorkers: WORKERS,
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/build-sites.ts',
          maxWorkers: WORKERS,
          env: { TEST_CHECKOUTS: CHECKOUTS },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // As long as Playwright itself waits.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
})
