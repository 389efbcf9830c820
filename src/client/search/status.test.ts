import { expect, test } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import { say, textOf } from './status.ts'

const ROOT = `<div id="root" data-text-count-one="{count} article on {query}" data-text-count-other="{count} articles on {query}"
  data-text-searching="Searching" data-text-near="like {query}"><p data-status>before</p></div>`

function root(lang = 'en') {
  const document = pageOf(ROOT, { lang })
  const element = document.querySelector('#root') as HTMLElement
  return { element, status: document.querySelector('[data-status]') as HTMLElement }
}

test.each([
  ['count', 1, 'en', '1 article on {query}'],
  ['count', 1200, 'en', '1,200 articles on {query}'],
  ['count', 1200, 'id', '1.200 articles on {query}'],
  ['searching', 0, 'en', 'Searching'],
  ['unknown', 0, 'en', ''],
])('the text "%s" for %i in %s', (name, count, lang, text) => {
  expect(textOf(root(lang).element, name, count)).toBe(text)
})

test('a text is spoken, with the query set apart from its direction, and as text', () => {
  const { element, status } = root()
  say(element, 'count', { count: 2, query: '<b>بحر' })
  expect(status.textContent).toBe('2 articles on <b>بحر')
  expect(status.querySelector('bdi')?.textContent).toBe('<b>بحر')
  say(element, 'searching')
  expect(status.innerHTML).toBe('Searching')
})
