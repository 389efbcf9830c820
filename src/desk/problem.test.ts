import { expect, test } from 'vitest'
import { NewsroomError, type Problem, reportProblems } from './problem.ts'

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

test('the error says every problem, and that nothing was published', () => {
  const problems = [problem('b.md', 1, 1), problem('a.md', 1, 1)]
  const error = new NewsroomError(problems)
  expect(error.problems).toBe(problems)
  expect(error.message).toMatch(/a\.md:1:1 is wrong\.\nb\.md:1:1 is wrong\.\nNothing was published/)
})
