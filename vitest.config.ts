import { defineConfig } from 'vitest/config'

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
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/build-fixture.ts',
          // One build at a time: they share Astro's caches.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
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
