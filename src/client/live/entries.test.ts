import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import { copyOf, entriesIn, nameOf, placeEntries } from './entries.ts'
import { renewKeyEvents } from './key-events.ts'

const entryOf = (id: string, { digest = '1', key }: { digest?: string; key?: string } = {}) =>
  `<article data-entry="${id}" data-digest="${digest}" ${key === undefined ? '' : `data-key="${key}"`}><h3 id="${id}"><a href="#${id}"><time>19:04</time></a></h3></article>`

function listOf(ids: string) {
  const page = pageOf(
    `<nav hidden><ol><li data-of="old"><a href="/x/live/1/#old">Old</a></li></ol></nav><div id="list">${[...ids].map((id) => entryOf(id)).join('')}</div><div id="box"></div>`,
  )
  const list = page.getElementById('list') as HTMLElement
  const nav = page.querySelector('nav') as unknown as HTMLElement
  const made = (id: string, options?: Parameters<typeof entryOf>[1]) => {
    const box = page.createElement('div')
    box.innerHTML = entryOf(id, options)
    return box.firstElementChild as HTMLElement
  }
  const shown = () =>
    entriesIn(list)
      .map((entry) => nameOf(entry).join(''))
      .join(' ')
  return { list, nav, made, shown }
}

describe('entries come to their places', () => {
  test.each([
    ['the newest', 'ba', 'cba', 'c', '', 'c2 b1 a1'],
    ['one between others', 'ca', 'cba', 'b', '', 'c1 b2 a1'],
    ['several at once', 'b', 'dcba', 'dca', '', 'd2 c2 b1 a2'],
    ['the first ever', '', 'a', 'a', '', 'a2'],
    ['an edited one, where it was', 'cba', 'cba', 'b', '', 'c1 b2 a1'],
    ['those that changed places', 'cba', 'acb', '', '', 'a1 c1 b1'],
    ['one goes', 'cba', 'ca', '', 'b', 'c1 a1'],
    ['all go', 'cba', '', '', 'cba', ''],
    ['those of the page that no state names stay last', 'cba', 'dc', 'd', '', 'd2 c1 b1 a1'],
    ['what waits has no place yet', 'a', 'cba', '', '', 'a1'],
  ])('%s', (_, before, order, fetched, removed, after) => {
    const { list, made, shown } = listOf(before)
    placeEntries(list, [...order], {
      fetched: [...fetched].map((id) => made(id, { digest: '2' })),
      removed: [...removed],
    })
    expect(shown()).toBe(after)
  })
})

test('an entry that stays is the same element, so that a film in it plays on', () => {
  const { list, made } = listOf('ba')
  const [, a] = entriesIn(list)
  placeEntries(list, ['c', 'b', 'a'], { fetched: [made('c')], removed: [] })
  expect(entriesIn(list)[2]).toBe(a)
})

test('a copy has no id, so that none stands twice in the page', () => {
  const { made } = listOf('')
  const copy = copyOf(made('a'))
  expect(copy.querySelector('[id]')).toBeNull()
  expect(copy.querySelector('a')?.getAttribute('href')).toBe('#a')
})

test('an entry that is edited into a key event comes into their list, and goes when it is none any more', () => {
  const { list, nav, made } = listOf('ba')
  const events = () => [...nav.querySelectorAll('li')].map((item) => item.textContent)
  const edit = (key?: string) => {
    placeEntries(list, ['b', 'a'], { fetched: [made('b', key === undefined ? {} : { key })], removed: [] })
    renewKeyEvents(nav, list, [])
  }
  edit('Goal & <b>more</b>')
  expect(events()).toEqual(['19:04Goal & <b>more</b>', 'Old'])
  edit('No goal')
  expect(events()).toEqual(['19:04No goal', 'Old'])
  edit()
  expect(events()).toEqual(['Old'])
})

test('without key events there is no list of them', () => {
  const { list, nav } = listOf('a')
  renewKeyEvents(nav, list, ['old'])
  expect(nav.hidden).toBe(true)
})
