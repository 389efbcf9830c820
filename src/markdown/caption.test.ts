import { expect, test } from 'vitest'
import { parseTitle } from './caption.ts'

test.each([
  ['A view', 'A view', ''],
  ['A view | Ana', 'A view', 'Ana'],
  ['| Ana', '', 'Ana'],
  [' | Ana', '', 'Ana'],
  ['A view |', 'A view', ''],
  ['|', '', ''],
  ['', '', ''],
  ['a|b', 'a|b', ''],
  ['a|b | Ana', 'a|b', 'Ana'],
  // The first bar counts: names of agencies are written with bars more often than captions.
  ['A view | Ana | Agency', 'A view', 'Ana | Agency'],
  ['Over two\nlines | Ana', 'Over two\nlines', 'Ana'],
])('the title %j is caption %j and credit %j', (title, caption, credit) => {
  expect(parseTitle(title)).toEqual({ caption, credit })
})
