import { expect, test } from 'vitest'
import { lineOf, NewsroomError, onceEach, type Problem, reportProblems } from './problem.ts'

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

test('many problems of one cause are one, at the first place, with the next places and their count', () => {
  const same = [5, 3, 1, 2, 4].map((line) => ({ ...problem('a.md', line, 1), cause: 'x' }))
  const message = `is wrong. The same is told of 4 other places: a.md:2:1, a.md:3:1, a.md:4:1 and 1 more.`
  expect(onceEach([problem('b.md', 1, 1), ...same])).toEqual([
    { ...problem('a.md', 1, 1), cause: 'x', message },
    problem('b.md', 1, 1),
  ])
  expect(reportProblems([problem('b.md', 1, 1), ...same])).toMatch(/^2 problems in 2 files:\n/)
})

test.each([
  ['few', [1, 2, 3].map((line) => ({ ...problem('a.md', line, 1), cause: 'x' }))],
  ['of causes of their own', [1, 2, 3, 4].map((line) => ({ ...problem('a.md', line, 1), cause: `${line}` }))],
  ['of no cause that is known', [1, 2, 3, 4].map((line) => problem('a.md', line, 1))],
  [
    'warnings and errors',
    [1, 2, 3, 4].map((line): Problem => ({
      ...problem('a.md', line, 1),
      cause: 'x',
      ...(line % 2 && { severity: 'warning' }),
    })),
  ],
])('problems that are %s are told each', (_case, problems) => {
  expect(onceEach(problems)).toEqual(problems)
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
