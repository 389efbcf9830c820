import { expect, test } from 'vitest'
import { ScryptPassword } from './password.ts'

const passwords = new ScryptPassword()

test.each([
  ['the same', 'correct horse', 'correct horse', true],
  ['typed on another keyboard', 'caf\u00e9 cafe\u0301', 'cafe\u0301 caf\u00e9', true],
  ['another', 'correct horse', 'correct horsf', false],
  ['nothing', 'correct horse', '', false],
])('%s', (_case, password, tried, fits) => {
  expect(passwords.checkPassword(tried, passwords.hashPassword(password))).toBe(fits)
})

test.each(['', 'x', 'scrypt$', 'scrypt$AAAA$', 'scrypt$AAAA$AAAA', '$P$Babcdefghijklmnopqrstuvwxyz01234'])(
  'nothing fits the hash %j',
  (hash) => {
    expect(passwords.checkPassword('', hash)).toBe(false)
  },
)

test('the same password has another hash each time', () => {
  expect(passwords.hashPassword('x')).not.toBe(passwords.hashPassword('x'))
})
