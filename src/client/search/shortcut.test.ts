import { expect, test } from 'vitest'
import { pageOf, storageOf } from '../../../tests/support/dom.ts'
import { isShortcut, isShortcutOn, switchShortcut } from './shortcut.ts'

const BODY = '<p id="text">x</p><input id="field"><textarea id="area"></textarea><select id="menu"></select>'

/** Whether a key opens search where it is pressed at an element of a page. */
function opens(at: string, pressed: Partial<KeyboardEvent> = {}, body = BODY): boolean {
  const document = pageOf(body)
  const target = document.querySelector(`#${at}`)
  return isShortcut({ key: '/', composedPath: () => [target], ...pressed } as unknown as KeyboardEvent)
}

test('a slash opens search where nobody types', () => {
  storageOf()
  expect(opens('text')).toBe(true)
})

test.each<[string, string, Partial<KeyboardEvent>, string?]>([
  ['another key', 'text', { key: '?' }],
  ['with Control', 'text', { ctrlKey: true }],
  ['with Command', 'text', { metaKey: true }],
  ['with Alt', 'text', { altKey: true }],
  ['while signs are put together', 'text', { isComposing: true }],
  ['in a field', 'field', {}],
  ['in a field of many lines', 'area', {}],
  ['in a menu', 'menu', {}],
  ['while a dialog is open', 'text', {}, `${BODY}<dialog open></dialog>`],
])('but not %s', (_, at, pressed, body) => {
  storageOf()
  expect(opens(at, pressed, body)).toBe(false)
})

test('a reader can switch it off and on again', () => {
  storageOf()
  expect(isShortcutOn()).toBe(true)
  switchShortcut(false)
  expect([isShortcutOn(), opens('text')]).toEqual([false, false])
  switchShortcut(true)
  expect([isShortcutOn(), opens('text')]).toEqual([true, true])
})

test('it stays on where storage is forbidden', () => {
  storageOf({}, { isForbidden: true })
  switchShortcut(false)
  expect(isShortcutOn()).toBe(true)
})
