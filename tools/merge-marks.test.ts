import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** As git writes them; in Markdown Prettier makes quotations of the last ones. */
const MARK = /^(?:<{7} \S|>{7} \S|(?:> ){7}[\da-f]{7,} \()/m

test.each([
  ['<<<<<<< HEAD\n', true],
  ['a\n>>>>>>> 805c435 (A commit)\n', true],
  ['> > > > > > > 805c435 (A commit)\n', true],
  ['> > a quotation\n', false],
  ["'<<<<<<< HEAD'\n", false],
])('%j: %s', (text, isMarked) => {
  expect(MARK.test(text)).toBe(isMarked)
})

test('no file holds the marks of a merge that was left open', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  expect(files.length).toBeGreaterThan(1000)
  expect(files.filter((file) => MARK.test(readFileSync(file, 'latin1')))).toEqual([])
})
