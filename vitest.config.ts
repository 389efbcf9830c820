import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** As many as CI has processors. */
const WORKERS = 2

/** Milliseconds that the quickest of tests may take: so long that a busy machine is slow, and not red. */
const PATIENCE = 60_000

/** The same of tests that build, or drive a browser. */
const LONG_PATIENCE = 300_000

/** Where tests stand beside the code. */
const CODE = ['src', 'comments-server', 'bench', 'tools']

/** Puts back what it changes: a process for each file took twice as long as all the tests. */
const SHARED = {
  // As Node resolves it of an outlet's config (src/guests.ts): Vitest itself would look around the outlet.
  alias: { 'warta/site': resolve('src/domain/site.ts') },
  isolate: false,
  maxWorkers: WORKERS,
  expect: { poll: { timeout: 30_000 } },
}

/** Looks at sites that are built once, in `tests/support/build-sites.ts`, or builds others with a checkout of the worker's own. */
const WITH_SITES = {
  globalSetup: 'tests/support/build-sites.ts',
  maxWorkers: WORKERS,
  // Builds of one checkout wait for each other.
  env: { TEST_CHECKOUTS: '.cache/test/checkouts' },
  testTimeout: LONG_PATIENCE,
  hookTimeout: LONG_PATIENCE,
  // As long as Playwright itself waits.
  expect: { poll: { timeout: 30_000 } },
}

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test-results.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: CODE.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          ...SHARED,
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'integration',
          include: [
            ...CODE.map((folder) => `${folder}/**/*.integration.test.ts`),
            'tests/integration/*.test.ts',
          ],
          ...WITH_SITES,
          ...SHARED,
        },
      },
      { test: { name: 'output', include: ['tests/output/*.test.ts'], ...WITH_SITES, ...SHARED } },
      { test: { name: 'browser', include: ['tests/browser/*.test.ts'], ...WITH_SITES } },
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
