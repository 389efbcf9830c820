import { expect, test } from 'vitest'
import { RENDER_OPTIONS } from '../../tests/support/hostile-run.ts'
import { readBody } from '#markdown/read-body.ts'
import { renderBody } from '#markdown/render.ts'
import { beyondLimits } from './body-limits.ts'
import { LARGEST } from './source.ts'

/** As often as it goes into the largest file. */
const fill = (text: string) => text.repeat(Math.floor(LARGEST / text.length))

test.each([
  ['brackets', '['.repeat(200_000), 'opening brackets'],
  ['links', '[a](/b/) '.repeat(100_000), 'opening brackets'],
  ['pictures', fill('![a](a.jpg)\n\n'), 'opening brackets'],
  ['references to a note', `${'[^1] '.repeat(90_000)}\n\n[^1]: a`, 'opening brackets'],
  ['open comments', fill('<!--'), 'dashes'],
  ['open elements', fill('<b>'), 'signs <'],
  ['emphasis within emphasis', fill('_a_'), 'emphasis'],
  ['pieces of code', fill('`a``b'), 'emphasis or code'],
  ['headings', fill('# a\n'), 'headings'],
  ['headings by lines under them', fill('a\n=\n'), 'headings'],
  ['rules', '---\n\n'.repeat(1001), 'headings and rules'],
  ['bare addresses', fill('http://a.b '), 'web addresses'],
  ['cards', fill('https://youtu.be/aaaaaaaaaaa\n\n'), 'web addresses'],
  ['mail addresses', fill('a@b.c '), 'web addresses'],
  ['quotations', `${'> '.repeat(100_000)}a`, 'within another'],
  ['quotations without blanks', fill('>'), 'within another'],
  ['lists', `${'- '.repeat(50_000)}a`, 'within another'],
  ['numbered lists', `${'1. '.repeat(50_000)}a`, 'within another'],
  ['quotation marks', fill(`"a' `), 'quotation marks'],
  ['quotation marks in one paragraph', `"a' `.repeat(600), 'in this paragraph'],
  ['dots in one paragraph', '...'.repeat(1001), 'in this paragraph'],
  ['signs & in one paragraph', 'a\n&amp;'.repeat(1001), 'in this paragraph'],
  ['columns', `|${'a|'.repeat(30_000)}\n|${'-|'.repeat(30_000)}\n|a|`, 'cells'],
  ['rows', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(60_000)}`, 'cells'],
  [
    'short rows of a wide table',
    `a|${'a|'.repeat(500)}\n-|${'-|'.repeat(500)}\n${'x\n'.repeat(100)}`,
    'cells',
  ],
])('too many %s are refused', (_case, body, words) => {
  expect(beyondLimits(body)?.message).toContain(words)
})

test('the place is where it becomes too much', () => {
  expect(beyondLimits(`Text.\n\n${'> '.repeat(30)}a`)?.offset).toBe(7)
  expect(beyondLimits(`ab${'['.repeat(5001)}`)?.offset).toBe(5002)
  expect(beyondLimits(`Text.\n\n\n|a|b|\n|-|-|\n${'|c|d|\n'.repeat(10_001)}`)?.offset).toBe(8)
})

test.each([
  ['prose', fill(`It’s “said” -- he's 'sure' -- that A & B... won [it](/a/)*.\n\n`).slice(0, 150_000)],
  ['rules of any length', `${'-'.repeat(90)}\n\n${'* '.repeat(60)}\n\n${'- '.repeat(60)}-\n`],
  ['lists in lists', Array.from({ length: 10 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['a table of a year', `|day|a|b|c|\n|-|-|-|-|\n${'|1|2|3|4|\n'.repeat(365)}`],
  ['a listing', `\`\`\`json\n${'  "key": "value",\n'.repeat(200)}\`\`\``],
])('%s pass', (_case, body) => {
  expect(beyondLimits(body)).toBeUndefined()
})

test.each([
  ['brackets', '['.repeat(5000)],
  ['links', '[a](/b/) '.repeat(5000)],
  ['pictures of one gallery', '![a](a.jpg)\n'.repeat(5000)],
  ['references to a note', `${'[^1] '.repeat(4999)}\n\n[^1]: a`],
  ['open comments', `${'<!--'.repeat(1000)}\n\n`.repeat(5)],
  ['open elements', '<b>'.repeat(5000)],
  ['emphasis within emphasis', '_a_'.repeat(5000)],
  ['emphasis that opens alone', `${'*a '.repeat(5000)}${'b*'.repeat(5000)}`],
  ['emphasis in links', `${'[*'.repeat(5000)}${'*](/a)'.repeat(5000)}`],
  ['headings', '# a\n'.repeat(1000)],
  ['cards', 'https://youtu.be/aaaaaaaaaaa\n\n'.repeat(3000)],
  ['quotations', fill(`${'> '.repeat(20)}a\n`)],
  ['lists', fill(`${'- '.repeat(20)}a\n`)],
  ['lists by blanks', Array.from({ length: 700 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['quotation marks', `${`"a' `.repeat(333)}\n\n`.repeat(20)],
  ['dots', `${'...'.repeat(1000)}\n\n`.repeat(20)],
  ['paragraphs', fill('a\n\n')],
  ['blanks', fill(' ')],
  ['letters without a blank', fill('a')],
  ['a wide table', `|${'a|'.repeat(98)}\n|${'-|'.repeat(98)}\n${'|x|\n'.repeat(198)}`],
])(
  'as many %s as may be are read and rendered in seconds',
  async (_case, body) => {
    expect(beyondLimits(body)).toBeUndefined()
    const { user } = process.threadCpuUsage()
    readBody(body)
    await renderBody(body, RENDER_OPTIONS)
    expect((process.threadCpuUsage().user - user) / 1e6).toBeLessThan(5)
  },
  60_000,
)

test('the limits themselves are found in no time, whatever the text', () => {
  const { user } = process.threadCpuUsage()
  for (const unit of [' ', '-', '- ', '>', '#', '-|-', '|', '=', '\n', ' \n', '1', '1.', '.', ' -', '> -'])
    for (const end of ['', 'x']) beyondLimits(fill(unit) + end)
  expect((process.threadCpuUsage().user - user) / 1e6).toBeLessThan(5)
})
