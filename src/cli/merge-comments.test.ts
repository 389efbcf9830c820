import { expect, test } from 'vitest'
import type { Comment } from '#domain/comment.ts'
import { mergeComments } from './merge-comments.ts'

const comment = (id: string, minute: number, more: Partial<Comment> = {}): Comment => ({
  id,
  name: 'Sari',
  at: `2025-07-04T12:${String(minute).padStart(2, '0')}:00Z`,
  text: `Text of ${id}`,
  ...more,
})

test('the server’s are added in the order of time, what is kept stays as it is', () => {
  const kept = [comment('2', 20, { text: 'Mended by the desk' }), comment('mail-1', 5)]
  const merged = mergeComments(kept, [comment('1', 10), comment('2', 20), comment('3', 30, { parent: '2' })])
  expect(merged.map(({ id, text }) => [id, text])).toEqual([
    ['mail-1', 'Text of mail-1'],
    ['1', 'Text of 1'],
    ['2', 'Mended by the desk'],
    ['3', 'Text of 3'],
  ])
  expect(mergeComments(merged, [comment('1', 10)])).toEqual(merged)
})

test('an answer to a comment that is nowhere stands by itself', () => {
  expect(mergeComments([], [comment('3', 1, { parent: '2' })])).toEqual([comment('3', 1)])
})
