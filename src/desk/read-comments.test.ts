import { expect, test } from 'vitest'
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
