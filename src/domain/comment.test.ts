import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { type Comment, commentsSchema, threadsOf } from './comment.ts'

const comment = (id: string, parent?: string): Comment => ({
  id,
  ...(parent !== undefined && { parent }),
  name: `Name of ${id}`,
  at: `2025-07-04T12:0${id}:00Z`,
  text: 'Text',
})

test.each([
  ['nothing', [], []],
  ['by time', [comment('2'), comment('1')], [['1'], ['2']]],
  ['answers below', [comment('3'), comment('2', '1'), comment('1')], [['1', '2'], ['3']]],
  ['answers to answers', [comment('1'), comment('2', '1'), comment('3', '2')], [['1', '2', '3']]],
  ['a parent that is gone', [comment('2', '9')], [['2']]],
  ['a ring', [comment('1', '2'), comment('2', '1')], [['1'], ['2']]],
  ['itself', [comment('1', '1')], [['1']]],
])('threads: %s', (_case, comments, expected) => {
  const threads = threadsOf(comments).map(({ id, replies }) => [id, ...replies.map((reply) => reply.id)])
  expect(threads).toEqual(expected)
})

test('an answer to an answer tells whom it answers', () => {
  const [thread] = threadsOf([comment('1'), comment('2', '1'), comment('3', '2')])
  expect(thread?.replies.map(({ answers }) => answers)).toEqual([undefined, 'Name of 2'])
})

test.each([
  [{ id: 1 }, 'must be text'],
  [{ id: 'a b' }, 'must be of letters, digits and hyphens'],
  [{ name: ' ' }, 'must not be empty'],
  [{ text: 'x'.repeat(10_001) }, 'must have at most 10000 characters'],
  [{ text: 'bell \u0007' }, 'must not hold control characters'],
  [{ site: 'javascript:alert(1)' }, 'must be an address'],
  [{ at: 'yesterday' }, 'must be a moment'],
  [{ email: 'sari@reader.example' }, 'must be a comment: {'],
])('%j: %s', (fields, message) => {
  const result = commentsSchema.safeParse([{ ...comment('1'), ...fields }])
  expect(result.error?.issues[0]?.message).toContain(message)
})

test('a chain of 45,000 answers is one thread, found in linear time', () => {
  const chain = Array.from({ length: 45_000 }, (_, i) => ({
    id: `c${i}`,
    ...(i > 0 && { parent: `c${i - 1}` }),
    name: 'Sari',
    at: '2025-07-05T08:00:00Z',
    text: 'So it is.',
  }))
  const threads = threadsOf(chain)
  expect(threads.map(({ id, replies }) => [id, replies.length])).toEqual([['c0', 44_999]])
  expect(growthOf((count) => threadsOf(chain.slice(0, count)), 2500)).toBeLessThan(MOST_OF_LINEAR)
})

test('what hangs on a ring of answers stands by itself, as those in the ring do', () => {
  const at = '2025-07-05T08:00:00Z'
  const comment = (id: string, parent: string) => ({ id, parent, name: 'Sari', at, text: 'So it is.' })
  const threads = threadsOf([comment('a', 'b'), comment('b', 'a'), comment('c', 'b'), comment('d', 'd')])
  expect(threads.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})
