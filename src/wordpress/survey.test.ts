import { expect, test } from 'vitest'
import type { ChannelRecord } from './record-parser.ts'
import { Survey } from './survey.ts'

function itemWith(fields: Record<string, string>): ChannelRecord {
  const children = Object.entries(fields).map(([name, text]) => ({
    name,
    text,
    attributes: {},
    children: [],
  }))
  return { name: 'item', text: '', attributes: {}, children, controlCharacters: 0, cutOff: 0 }
}

test.each([
  ['is kept', 'http://old.example/?p=1', 'http://old.example/?p=1'],
  ['goes with the blanks around it', '\n\turn:uuid:1 ', 'urn:uuid:1'],
  ['that another post has is none', 'http://old.example/?p=7', undefined],
  ['that no feed reader could take is none', 'a b', undefined],
  ['that is too long for an article is none', `http://old.example/${'x'.repeat(300)}`, undefined],
  ['that is not there is none', '', undefined],
])('a guid %s', (_case, guid, expected) => {
  const survey = new Survey(
    { timeZone: 'UTC', base: '/', articleTypes: new Set() },
    { map: () => new Map(), set: () => new Set() },
  )
  survey.add(itemWith({ title: 'First', 'wp:post_type': 'post', guid: 'http://old.example/?p=7' }))
  survey.add(itemWith({ title: 'Second', 'wp:post_type': 'post', guid }))
  expect(survey.entries.get(1)?.guid).toBe(expected)
})
