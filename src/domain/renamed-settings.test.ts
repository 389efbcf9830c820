import { expect, test } from 'vitest'
import { renamedSetting } from './renamed-settings.ts'

const LIST = { since: '0.3.0', within: ['pageSize'], from: 'lists', to: 'list' }

test.each([
  ['its old name', ['pageSize', 'lists'], LIST],
  ['the same name elsewhere', ['lists'], undefined],
  ['its name of today', ['pageSize', 'list'], undefined],
])('%s', (_, path, setting) => {
  expect(renamedSetting(path, [LIST])).toBe(setting)
})
