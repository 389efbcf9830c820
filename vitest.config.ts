import { defineConfig } from 'vitest/config'

/** As many as CI has processors: tests that build wait for each other, and would for longer the more there are. */
const WORKERS = 2

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
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/build-fixture.ts',
          maxWorkers: WORKERS,
          // A build may have to wait for one of another file.
          testTimeout: 120_000,
          hookTimeout: 180_000,
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
