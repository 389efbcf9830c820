import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildOdd, oddCases } from '../support/odd-newsroom.ts'

const CASES = 2000
/** A machine with other things to do draws the cards of some hundred articles in minutes. */
const PATIENCE = 1_800_000

test('what the check takes, a build renders', { timeout: PATIENCE }, async () => {
  const root = await mkdtemp(join(tmpdir(), 'warta-odd-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const { taken, fault } = await buildOdd(oddCases(CASES, 20_250_704), root)
  expect(fault).toBeUndefined()
  // Else the values are too odd to say anything.
  expect(taken).toBeGreaterThan(CASES / 4)
})
