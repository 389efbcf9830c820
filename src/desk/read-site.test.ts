import { expect, test } from 'vitest'
import { parseSite } from '#domain/site.ts'
import { problemAt, STAFF, temporaryNewsroom, withoutCauses } from '../../tests/support/temporary-newsroom.ts'
import { checkNewsroom } from './check.ts'
import { NewsroomError } from './problem.ts'
import { readNewsroom } from './read-newsroom.ts'
import { readSite } from './read-site.ts'

const FILE = 'src/site.config.ts'
const LEAST = "name: 'W', tagline: 'N', url: 'https://w.example/'"

async function problemsOf(config: string) {
  const folder = await temporaryNewsroom({ [FILE]: config })
  const error = await readSite(folder).catch((error: unknown) => error)
  if (!(error instanceof NewsroomError)) throw new Error('The settings were taken.')
  return error.problems
}

test.each([
  ['a plain object', `export default {\n  ${LEAST},\n  locale: 'fr fr',\n}`, '3:11', '"locale" is "fr fr"'],
  [
    'a call around it',
    `const defineSite = (site: object) => site\nexport default defineSite({ ${LEAST}, locale: 'fr fr' })`,
    '2:89',
    '"locale" is "fr fr"',
  ],
  ['a constant', `const site = {\n ${LEAST},\n locale: 7 }\nexport default site`, '3:10', '"locale" is 7'],
  ['types', `export default ({ ${LEAST}, locale: 7 } as const) satisfies object`, '1:79', '"locale" is 7'],
  [
    'letters beyond ASCII before it',
    `// “Kota” 🗞\nexport default { tagline: '🗞 W', name: 'W', url: 'https://w.example/', locale: 7 }`,
    '2:81',
    '"locale" is 7',
  ],
  [
    'an item of a list',
    `export default { ${LEAST}, menu: [\n  'a',\n  { label: '', href: '/a/' },\n] }`,
    '3:12',
    '"menu.1.label" is ""',
  ],
  [
    'a field of an item',
    `export default { ${LEAST},\n  footerLinks: [{ label: '', href: '/a/' }] }`,
    '2:26',
    '"footerLinks.0.label" is ""',
  ],
  [
    'a constant within',
    `const sections = [{ category: 'A b' }]\nexport default { ${LEAST}, frontPage: { sections } }`,
    '1:31',
    '"frontPage.sections.0.category"',
  ],
  ['a key in quotes', `export default { ${LEAST},\n 'locale': 7 }`, '2:12', '"locale" is 7'],
  ['a key that is none', `export default { ${LEAST},\n  pageSise: {} }`, '2:3', 'Did you mean "pageSize"?'],
  ['a value that is none', `export default { ${LEAST},\n  lokale: 'id' }`, '2:11', 'Did you mean "locale"?'],
  [
    'a key that is missing',
    `export default {\n ${LEAST},\n  socials: [{ label: 'X' }] }`,
    '3:13',
    '"socials.0.url" is missing',
  ],
  ['no settings at all', 'export const site = {}', '1:1', '"the config" is missing'],
])('a bad setting is told at its place: %s', async (_case, config, place, message) => {
  expect(await problemsOf(config)).toEqual([problemAt(`${FILE}:${place}`, message)])
})

test.each([
  [
    'a missing comma',
    "export default {\n  name: 'W'\n  tagline: 'N' }",
    '3:3',
    'This cannot be read: Expected `,`',
  ],
  ['a word that nothing explains', 'export default {\n  name: warta }', '2:9', 'warta is not defined'],
])('a file that cannot be loaded is told at its place: %s', async (_case, config, place, message) => {
  expect(await problemsOf(config)).toEqual([problemAt(`${FILE}:${place}`, message)])
})

test('what the rules say of a setting has its place too', async () => {
  const config = `export default {\n  ${LEAST},\n  menu: [\n    'wether',\n    { label: 'A', href: '/abot/' },\n  ],\n  frontPage: { sections: [{ category: 'sprot' }] },\n}`
  const folder = await temporaryNewsroom({ ...STAFF, [FILE]: config })
  const site = await readSite(folder)
  expect(site).toEqual(parseSite(site))
  expect(withoutCauses(await checkNewsroom(await readNewsroom(folder), site))).toEqual([
    problemAt(`${FILE}:4:5`, 'menu.0: category "wether" is not known.'),
    problemAt(`${FILE}:5:25`, 'menu.1: the link "/abot/" leads to no page.'),
    problemAt(`${FILE}:7:39`, 'frontPage.sections.0.category: category "sprot" is not known.'),
  ])
})
