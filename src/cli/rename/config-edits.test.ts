import { expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { changedConfig } from './config-edits.ts'

const site = siteWith({
  menu: ['city', 'sport'],
  frontPage: { sections: [{ category: 'city', articles: 3 }] },
})
const CONFIG = `export default defineSite({
  name: 'city', // city
  menu: ['city', "sport", { label: 'City', href: '/city/' }],
  frontPage: { sections: [{ category: 'city', articles: 3 }] },
  footer: [{ label: 'x', 'href': \`/about/\` }],
})
`
const stays = () => undefined

test('a category has another name where the config names it, in its own quotation marks, and nowhere else', () => {
  const config = changedConfig(CONFIG, site, {
    category: { from: 'city', to: 'town' },
    href: stays,
  })
  expect(config).toBe(
    CONFIG.replace("menu: ['city'", "menu: ['town'").replace("category: 'city'", "category: 'town'"),
  )
  expect(changedConfig(CONFIG, site, { category: { from: 'sport', to: 'games' }, href: stays })).toContain(
    ', "games",',
  )
})

test('links are mended wherever they stand', () => {
  const config = changedConfig(CONFIG, site, { href: (href) => (href === '/city/' ? '/town/' : undefined) })
  expect(config).toBe(CONFIG.replace("'/city/'", "'/town/'"))
  expect(changedConfig(CONFIG, site, { href: () => '/x/' })).toContain('`/x/`')
})

test('without anything to change the text stays as it is', () => {
  expect(changedConfig(CONFIG, site, { href: stays })).toBe(CONFIG)
})

test('a category that the text does not spell out is told, with the way to mend it', () => {
  const config = CONFIG.replace("['city', ", '[CITY, ')
  const rename = () => changedConfig(config, site, { category: { from: 'city', to: 'town' }, href: stays })
  expect(rename).toThrow('names the category "city" in a way that this command cannot change')
})
