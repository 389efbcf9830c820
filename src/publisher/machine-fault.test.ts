import { expect, test } from 'vitest'
import { isMachineFault } from './machine-fault.ts'

test.each([
  "ENOSPC: no space left on device, write 'dist/index.html'",
  'The lock /srv/news/.dist.lock cannot be written (database or disk is full).',
  'Another build (process 42, since 2026-11-30T12:00:00Z) still holds /srv/news/.dist.lock after 30 seconds.',
  "EMFILE: too many open files, open 'articles/x.md'",
  'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
])('the machine’s: %s', (message) => {
  expect(isMachineFault(message)).toBe(true)
})

test.each([
  'Unexpected token (12:4) in src/overrides/listing/Front.astro',
  'OUT_DIR names /srv/news/dist, and "outDir" in astro.config.mjs /srv/other.',
  "Cannot find module 'left-pad'",
])('the newsroom’s: %s', (message) => {
  expect(isMachineFault(message)).toBe(false)
})
