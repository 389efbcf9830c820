import { expect, test } from 'vitest'
import { renameSettings } from './rename-settings.ts'

const SETTINGS = [
  { since: '0.2.0', within: [], from: 'motto', to: 'tagline' },
  { since: '0.3.0', within: ['pageSize'], from: 'lists', to: 'list' },
]

test.each([
  ['a key', `defineSite({ motto: 'a', // motto\n})`, `defineSite({ tagline: 'a', // motto\n})`],
  ['a key in quotes', `defineSite({ 'motto': 'a' })`, `defineSite({ tagline: 'a' })`],
  ['a key within another', `({ pageSize: { lists: 3 } })`, `({ pageSize: { list: 3 } })`],
  ['not one of the same name elsewhere', `({ feeds: { lists: 3, motto: 1 } })`, undefined],
  ['not a text', `({ name: 'motto' })`, undefined],
])('%s', (_, text, renamed = text) => {
  expect(renameSettings(text, SETTINGS).text).toBe(renamed)
})
