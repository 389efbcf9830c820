import { expect, test } from 'vitest'
import { statusOf } from './status.ts'

test.each([
  ['publish', '', 'public', []],
  ['future', '', 'scheduled', []],
  ['draft', '', 'draft', []],
  ['pending', '', 'draft', []],
  ['private', '', 'draft', ['it was private: a draft now']],
  ['wc-completed', '', 'draft', ['its status "wc-completed" is not known: a draft now']],
  ['', '', 'draft', ['its status "" is not known: a draft now']],
  [
    'publish',
    'secret',
    'draft',
    ['it was protected by a password: a draft now, so that it is not published in clear'],
  ],
])('what is "%s" with the password "%s" becomes %s', (status, password, becomes, notes) => {
  expect(statusOf({ status, password })).toEqual({ status: becomes, notes })
})
