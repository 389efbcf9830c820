import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildOdd, oddCases } from '../support/odd-newsroom.ts'

const CASES = 20_000
const AT_ONCE = 2000
const SEED = Number(process.env.ODD_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`what the check takes, a build renders: ODD_SEED=${SEED}`, { timeout: 7_200_000 }, async () => {
  const root = await mkdtemp(join(tmpdir(), 'warta-odd-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (let start = 0; start < CASES; start += AT_ONCE) {
    const { taken, fault } = await buildOdd(oddCases(AT_ONCE, SEED + start), root)
    expect(fault, `ODD_SEED=${SEED}, from case ${start} on`).toBeUndefined()
    expect(taken).toBeGreaterThan(AT_ONCE / 4)
  }
})
