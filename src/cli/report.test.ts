import { expect, test } from 'vitest'
import type { Problem } from '#desk/problem.ts'
import { isFormat, REPORTS } from './report.ts'

const PROBLEMS: Problem[] = [
  { file: 'b, c: 50%.md', line: 2, column: 8, message: '50% is\r\nwrong: mend it.', severity: 'warning' },
  { file: 'd.md', line: 1, column: 1, message: 'is wrong.' },
  { file: 'a.md', line: 3, column: 4, message: 'is "wrong".' },
]

test('text is a line a problem, errors first', () => {
  expect(REPORTS.text(PROBLEMS).split('\n')).toEqual([
    '2 problems in 2 files:',
    'a.md:3:4 is "wrong".',
    'd.md:1:1 is wrong.',
    '',
    '1 warning in 1 file, nothing that stops a build:',
    'b, c: 50%.md:2:8 50% is\\u000d\\u000awrong: mend it.',
  ])
  expect(REPORTS.text([])).toBe('Nothing to mend.')
})

test('what keeps a site from its readers alone is told by itself, with the rule’s id', () => {
  const leftOver: Problem = {
    ...{ file: 'c.md', line: 1, column: 1, message: 'is the sample’s.', severity: 'warning' },
    ...{ blocksPublication: true, rule: 'left-over-page' },
  }
  expect(
    REPORTS.text([...PROBLEMS, leftOver])
      .split('\n')
      .slice(4),
  ).toEqual([
    '1 warning in 1 file, with which no build publishes the site:',
    'c.md:1:1 is the sample’s. (left-over-page)',
    '',
    '1 warning in 1 file, nothing that stops a build:',
    'b, c: 50%.md:2:8 50% is\\u000d\\u000awrong: mend it.',
  ])
  expect(JSON.parse(REPORTS.json([leftOver]))).toEqual([
    {
      file: 'c.md',
      line: 1,
      column: 1,
      severity: 'warning',
      message: 'is the sample’s.',
      rule: 'left-over-page',
    },
  ])
})

test('JSON is an array of plain objects, each with its severity', () => {
  expect(JSON.parse(REPORTS.json(PROBLEMS))).toEqual([
    { file: 'a.md', line: 3, column: 4, severity: 'error', message: 'is "wrong".' },
    { file: 'b, c: 50%.md', line: 2, column: 8, severity: 'warning', message: '50% is\r\nwrong: mend it.' },
    { file: 'd.md', line: 1, column: 1, severity: 'error', message: 'is wrong.' },
  ])
  expect(JSON.parse(REPORTS.json([]))).toEqual([])
})

test('of one cause, people and pull requests are told once, editors at every place', () => {
  const same = [1, 2, 3, 4, 5].map((line) => ({ file: 'a.md', line, column: 1, message: 'is.', cause: 'x' }))
  expect(JSON.parse(REPORTS.json(same))).toHaveLength(5)
  expect(REPORTS.json(same)).not.toContain('cause')
  expect(REPORTS.text(same).split('\n')).toHaveLength(2)
  expect(REPORTS.github(same)).toBe(
    '::error file=a.md,line=1,col=1::is. The same is told of 4 other places: a.md:2:1, a.md:3:1, a.md:4:1 and 1 more.',
  )
})

test('annotations are escaped as GitHub reads them', () => {
  expect(REPORTS.github(PROBLEMS).split('\n')).toEqual([
    '::error file=a.md,line=3,col=4::is "wrong".',
    '::error file=d.md,line=1,col=1::is wrong.',
    '::warning file=b%2C c%3A 50%25.md,line=2,col=8::50%25 is%0D%0Awrong: mend it.',
  ])
  expect(REPORTS.github([])).toBe('')
})

test.each([
  ['text', true],
  ['json', true],
  ['github', true],
  ['toString', false],
  ['', false],
])('%j is a format: %s', (name, expected) => {
  expect(isFormat(name)).toBe(expected)
})
