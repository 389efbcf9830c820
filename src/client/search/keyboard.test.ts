import { expect, test, vi } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import { listenToKeys } from './keyboard.ts'

const RESULT = (n: number) =>
  `<li><a data-part="title" id="r${n}" href="/${n}/">${n}</a><a id="s${n}">Section</a></li>`
const BODY = `<div id="root"><input id="field"><ol data-results>${RESULT(1)}${RESULT(2)}</ol><button id="more"></button></div>`

/** What has the focus after a key was pressed at an element, "left" where the dialog was left, and whether the browser does its own part. */
function press(at: string, key: string, modifiers: Partial<KeyboardEventInit> = {}) {
  const document = pageOf(BODY)
  const focused: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('[id]'))
    element.focus = () => void focused.push(element.id)
  const root = document.querySelector('#root') as HTMLElement
  const leave = vi.fn(() => void focused.push('left'))
  listenToKeys({ field: document.querySelector('#field') as HTMLInputElement, root, leave })
  const event = new (document.defaultView?.Event ?? Event)('keydown', { bubbles: true, cancelable: true })
  document.querySelector(`#${at}`)?.dispatchEvent(Object.assign(event, { key, ...modifiers }))
  return { focused, isTaken: event.defaultPrevented }
}

test.each([
  ['field', 'ArrowDown', 'r1'],
  ['r1', 'ArrowDown', 'r2'],
  ['s1', 'ArrowDown', 'r2'],
  ['r2', 'ArrowDown', 'r2'],
  ['r2', 'ArrowUp', 'r1'],
  ['r1', 'ArrowUp', 'field'],
  ['r2', 'Escape', 'field'],
  ['field', 'Escape', 'left'],
])('from %s, %s leads to %s', (at, key, to) => {
  expect(press(at, key)).toEqual({ focused: [to], isTaken: true })
})

test.each<[string, string, Partial<KeyboardEventInit>]>([
  ['field', 'ArrowUp', {}],
  ['field', 'Enter', {}],
  ['more', 'ArrowDown', {}],
  ['field', 'ArrowDown', { isComposing: true }],
  ['field', 'ArrowDown', { shiftKey: true }],
  ['r1', 'ArrowUp', { ctrlKey: true }],
])('from %s, %s with %j is the browser’s', (at, key, modifiers) => {
  expect(press(at, key, modifiers)).toEqual({ focused: [], isTaken: false })
})
