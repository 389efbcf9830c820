import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { parseComments } from './read-comments.ts'
import { readNewsroom } from './read-newsroom.ts'

const good = { id: '1', name: 'Sari', at: '2025-07-05T08:00:00+07:00', text: 'Thank you.' }

test('comments are found beside an article, and beside one in a folder of its own', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/one.md': articleFile(),
    'articles/one.comments.json': JSON.stringify([good]),
    'articles/two/index.md': articleFile(),
    'articles/two/comments.json': JSON.stringify([good, { ...good, id: '2', parent: '1' }]),
    'articles/gone.comments.json': '[]',
  })
  const { comments, problems } = await readNewsroom(folder)
  expect([...comments].map(([file, list]) => [file, list.length])).toEqual([
    ['articles/one.md', 1],
    ['articles/two/index.md', 2],
  ])
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'articles/gone.comments.json',
      message: expect.stringContaining('no article'),
    }),
  ])
})

const pretty = (...comments: object[]) => JSON.stringify(comments, null, 2)

test.each([
  ['no JSON', '[\n  { "id": "1", }\n]', 2, 'This is no JSON'],
  ['no list', '{}', 1, 'must be a list of comments'],
  ['a bad moment', pretty({ ...good, at: 'now' }), 5, '"at" must be a moment such as'],
  ['nothing written', pretty({ ...good, text: '' }), 6, '"text" must not be empty'],
  ['an e-mail', pretty({ ...good, email: 'a@b.example' }), 7, '"email" is not a field of a comment'],
  ['a slip', pretty({ ...good, nme: 'x' }), 7, 'Did you mean "name"?'],
  ['an id twice', pretty(good, good), 9, 'the id "1" is taken by another comment'],
  ['a parent elsewhere', pretty({ ...good, parent: '9' }), 7, 'the parent "9" is not in this file'],
])('%s is told with its line', (_case, text, line, message) => {
  const { problems } = parseComments(new TextEncoder().encode(text), 'articles/one.comments.json')
  expect(problems.map((problem) => [problem.line, problem.message])).toEqual([
    [line, expect.stringContaining(message)],
  ])
})

const answering = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...good, id: `c${i}`, ...(i > 0 && { parent: `c${i - 1}` }) }))
const faultsOf = (comments: readonly object[]) =>
  parseComments(new TextEncoder().encode(JSON.stringify(comments)), 'x.comments.json').problems.map(
    ({ message }) => message,
  )

test('a chain of answers has a limit, and so has their number; both are judged in linear time', () => {
  expect(faultsOf(answering(101))).toEqual([])
  expect(faultsOf(answering(102))).toEqual([expect.stringContaining('more than 100 answers below the first')])
  const flat = Array.from({ length: 10_000 }, (_, i) => ({ ...good, id: `c${i}` }))
  expect(faultsOf(flat)).toEqual([])
  expect(faultsOf([...flat, { ...good, id: 'more' }])).toEqual([
    expect.stringContaining('must have at most 10,000 comments'),
  ])
  const tell = (count: number) => expect(faultsOf(answering(count))).toHaveLength(count - 101)
  expect(growthOf(tell, 500)).toBeLessThan(MOST_OF_LINEAR)
})

test('answers in a ring are told', () => {
  const ring = [
    { ...good, id: 'a', parent: 'b' },
    { ...good, id: 'b', parent: 'a' },
    { ...good, id: 'c', parent: 'a' },
  ]
  expect(faultsOf(ring)).toHaveLength(3)
  expect(faultsOf([{ ...good, id: 'a', parent: 'a' }])).toEqual([
    expect.stringContaining('answers one that answers it'),
  ])
})

test.each(['[', '[{"text":'])('lists and objects without end are refused: %s', (piece) => {
  const bytes = new TextEncoder().encode(piece.repeat(100_000))
  expect(parseComments(bytes, 'x.comments.json').problems).toHaveLength(1)
  const closed = new TextEncoder().encode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
  expect(parseComments(closed, 'x.comments.json').problems).toHaveLength(1)
})
