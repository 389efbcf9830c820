import { expect, test } from 'vitest'
import { wordpressItem } from '../../tests/support/wordpress-item.ts'
import { whySkipped } from './why-skipped.ts'

const TYPES = new Set(['recipe', 'wp_block'])

test.each([
  ['post', 'publish'],
  ['page', 'draft'],
  ['', 'publish'],
  ['recipe', 'private'],
])('of the type "%s", %s, it is imported', (type, status) => {
  expect(whySkipped(wordpressItem({ type, status }), TYPES)).toBeUndefined()
})

test.each([
  ['attachment', 'inherit', 'an upload'],
  ['wp_block', 'publish', 'a block for many posts'],
  ['revision', 'inherit', 'WordPress’s own (revision)'],
  ['nav_menu_item', 'publish', 'WordPress’s own (nav_menu_item)'],
  [
    'product',
    'publish',
    'of the type "product", which a theme or plug-in made; --as-articles product imports it',
  ],
  ['post', 'trash', 'in the bin'],
  ['post', 'auto-draft', 'an empty draft'],
  ['recipe', 'inherit', 'an older version'],
])('of the type "%s", %s, it is %s', (type, status, why) => {
  expect(whySkipped(wordpressItem({ type, status }), TYPES)).toContain(why.replace('’', "'"))
})
