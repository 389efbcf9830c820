import { expect, test } from 'vitest'
import { fieldFitter } from './sound-fields.ts'

const sound = {
  title: 'Rice',
  description: 'Of rice',
  category: 'economy',
  authors: ['mara'],
  publishedAt: '2024-01-01T08:00:00+07:00',
}

test.each([
  ['nothing of what is sound', {}, sound, []],
  ['what nobody sees, of a title', { title: 'Ri\u0007ce\u202e' }, { ...sound, title: 'Ri ce' }, ['title']],
  ['an alias that is none', { aliases: ['/a/', 'b'] }, { ...sound, aliases: ['/a/'] }, ['aliases']],
  ['the last of a list with the list', { aliases: ['b'] }, sound, ['aliases']],
  ['two tags of a list', { tags: ['a', '—', ' ', 'b'] }, { ...sound, tags: ['a', 'b'] }, ['tags', 'tags']],
  ['an id that is none', { id: 'a b' }, sound, ['id']],
  ['a language that is none', { lang: '??' }, sound, ['lang']],
  ['a change before the publication', { updatedAt: '2023-01-01T08:00' }, sound, ['updatedAt']],
])('%s goes', (_case, fields, expected, lost) => {
  const reported: string[] = []
  const fitted = fieldFitter('Asia/Jakarta')('article', { ...sound, ...fields }, (field) =>
    reported.push(field),
  )
  expect(fitted).toEqual(expected)
  expect(reported).toEqual(lost)
})
