import { expect, test } from 'vitest'
import { siteProblem } from './judged-site.ts'
import { OutputError, reportSite } from './output-error.ts'

test('one fault of many files is a line, with the first of them', () => {
  const faults = ['e', 'd', 'c', 'b', 'a'].map((file) => siteProblem('empty-page', file, 'is odd.'))
  expect(reportSite([...faults, siteProblem('lost-pages', '', 'The site is small.')])).toBe(
    '  a, b, c and 2 more is odd. (empty-page)\n  The site is small. (lost-pages)',
  )
})

test('of very many lines the rest are counted', () => {
  const faults = Array.from({ length: 30 }, (_, i) => siteProblem('broken-link', 'a', `lacks ${i}.`))
  expect(reportSite(faults).split('\n').at(-1)).toBe('  and 5 more')
})

test('the report says what became of the site', () => {
  expect(new OutputError([siteProblem('empty-page', 'a', 'is odd.')]).message).toBe(
    'The new site has a fault:\n  a is odd. (empty-page)\n\nNothing was published: the last published site is as it was.',
  )
})
