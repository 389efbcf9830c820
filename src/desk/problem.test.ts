import { expect, test } from 'vitest'
import { lineOf, NewsroomError, type Problem, reportProblems } from './problem.ts'

const problem = (file: string, line: number, column: number): Problem => ({
  file,
  line,
  column,
  message: 'is wrong.',
})

test('a report goes by file, line and column, numbers as numbers', () => {
  const report = reportProblems([
    problem('b.md', 2, 1),
    problem('a.md', 10, 1),
    problem('a.md', 9, 12),
    problem('a.md', 9, 2),
  ])
  expect(report.split('\n')).toEqual([
    '4 problems in 2 files:',
    'a.md:9:2 is wrong.',
    'a.md:9:12 is wrong.',
    'a.md:10:1 is wrong.',
    'b.md:2:1 is wrong.',
  ])
})

test('one problem is not called problems', () => {
  expect(reportProblems([problem('a.md', 1, 1)])).toMatch(/^1 problem in 1 file:\n/)
})

test('warnings stand apart from errors, and say that they stop nothing', () => {
  const warning: Problem = { ...problem('a.md', 1, 1), severity: 'warning' }
  expect(reportProblems([warning, problem('b.md', 1, 1)])).toBe(
    '1 problem in 1 file:\nb.md:1:1 is wrong.\n\n1 warning in 1 file, nothing that stops a build:\na.md:1:1 is wrong.',
  )
  expect(reportProblems([warning])).toMatch(/^1 warning in 1 file/)
})

test('no word of an author makes a line of its own, or a terminal do anything', () => {
  const forged = { file: 'a\n.md', line: 1, column: 1, message: '"x\u001b[2J\ny.md:1:1 \u202ex" is wrong.' }
  expect(lineOf(forged)).toBe('a\\u000a.md:1:1 "x\\u001b[2J\\u000ay.md:1:1 \\u202ex" is wrong.')
})

test('the error says every problem, and that nothing was published', () => {
  const problems = [problem('b.md', 1, 1), problem('a.md', 1, 1)]
  const error = new NewsroomError(problems)
  expect(error.problems).toBe(problems)
  expect(error.message).toMatch(/a\.md:1:1 is wrong\.\nb\.md:1:1 is wrong\.\n\nNothing was published/)
})
