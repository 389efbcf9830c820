import { expect, test } from 'vitest'
import { KINDS, type Made } from './made.ts'
import { type Measured, madeTable, timesTable } from './tables.ts'
import { SCENARIOS, type Took } from './tool.ts'

const tool = (name: string) => ({
  name,
  output: '',
  prepare: () => Promise.resolve(),
  before: () => Promise.resolve(),
  build: () => Promise.reject(new Error('is not asked')),
})
const took = (pages: number, search?: number): Took => ({ pages, search, peak: 100, written: 10 })
const made = (each: number) => Object.fromEntries(KINDS.map((kind) => [kind, each])) as Made
const measured = (name: string, full: Took[], each: number): Measured => ({
  tool: tool(name),
  took: new Map(SCENARIOS.map((scenario) => [scenario, full])),
  made: made(each),
})
const TOOLS = [measured('Ours', [took(10), took(2), took(5)], 7), measured('Theirs', [took(10, 10)], 5)]
const rowsOf = (table: string) => table.trimEnd().split('\n').slice(2)

test('times are of the median run, beside the last tool’s full build', () => {
  const [ours, theirs, ...others] = rowsOf(timesTable(TOOLS, 300))
  expect(ours).toBe('| full | Ours | 42 | 5.0 | – | 5.0 | 0.250 | 100 | 10 |')
  expect(theirs).toBe('| full | Theirs | 30 | 10.0 | 10.0 | 20.0 | 1.000 | 100 | 10 |')
  expect(others).toHaveLength(2 * (SCENARIOS.length - 1))
})

test('what was made stands kind by kind', () => {
  expect(rowsOf(madeTable(TOOLS))).toEqual(KINDS.map((kind) => `| ${kind} | 7 | 5 |`))
})
