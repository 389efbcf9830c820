import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { statOf } from './stat-of.ts'

test('a file is told from nothing, and from what could only lie below a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warta-stat-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file'), 'x')
  expect(statOf(join(folder, 'file'))?.size).toBe(1)
  expect(statOf(join(folder, 'nothing/below'))).toBeUndefined()
  expect(statOf(join(folder, 'file/below'))).toBeUndefined()
})
