import { expect, test } from 'vitest'
import { commentOf } from './comments.ts'

const COMMENT = {
  id: '5',
  author: 'Ani',
  url: '',
  date: '2019-03-01 19:00:00',
  dateGmt: '2019-03-01 12:00:00',
  content: '<p>Yes.</p>',
  approved: '1',
  type: '',
  parent: '0',
}
const comment = (fields: Partial<typeof COMMENT>) => commentOf({ ...COMMENT, ...fields }, 'Asia/Jakarta')

test('what readers saw of a comment', () => {
  expect(comment({})).toEqual({
    id: '5',
    parent: '',
    author: 'Ani',
    url: '',
    at: new Date('2019-03-01T12:00:00Z'),
    html: '<p>Yes.</p>',
    hidden: undefined,
  })
})

test.each([
  ['0', ''],
  ['', ''],
  ['4', '4'],
])('under the parent "%s" it answers "%s"', (parent, answered) => {
  expect(comment({ parent }).parent).toBe(answered)
})

test('without a date in UTC it has that of the outlet’s zone', () => {
  expect(comment({ dateGmt: '0000-00-00 00:00:00' }).at).toEqual(new Date('2019-03-01T12:00:00Z'))
  expect(comment({ dateGmt: '', date: '' }).at).toBeUndefined()
})

test.each([
  ['1', '', undefined],
  ['approve', 'comment', undefined],
  ['0', '', 'not approved'],
  ['spam', 'comment', 'not approved'],
  ['1', 'pingback', 'of the kind "pingback"'],
  ['0', 'trackback', 'of the kind "trackback"'],
])('approved as "%s" and of the kind "%s", it is hidden as %s', (approved, type, why) => {
  expect(comment({ approved, type }).hidden).toBe(why)
})
