import { expect, test } from 'vitest'
import { parseSite } from '#domain/site.ts'
import { problemAt, problemsOf, SITE, warningAt } from '../../../tests/support/temporary-newsroom.ts'
import { checkTexts } from './texts.ts'

const CONFIG = `export default {\n  name: 'W',\n  locale: 'ms',\n}`
const MALAY = parseSite({ ...SITE, locale: 'ms' })

const judge = (files: Record<string, string>, site = SITE) =>
  problemsOf(checkTexts, { 'src/site.config.ts': CONFIG, ...files }, site)

test('an outlet in a language of the program needs no texts', async () => {
  expect(await judge({})).toEqual([])
  expect(await judge({}, parseSite({ ...SITE, locale: 'en-GB' }))).toEqual([])
})

test('one in another is told which file to write, and what starts it', async () => {
  expect(await judge({}, MALAY)).toEqual([
    problemAt(
      'src/site.config.ts:3:11',
      '"locale" is "ms", but there are no texts in Malay. Start src/texts/ms.ts by: npm run news -- texts ms',
    ),
  ])
  expect(await judge({}, parseSite({ ...SITE, locale: 'ms-MY' }))).toEqual([
    problemAt('src/site.config.ts:3:11', 'src/texts/ms.ts'),
  ])
})

test('of the chrome’s language what is missing is counted and named, of others nothing', async () => {
  const texts = `export default { skipToContent: 'Langkau', kinds: { news: 'Berita' } }`
  const [missing, ...others] = await judge({ 'src/texts/ms.ts': texts, 'src/texts/jv.ts': texts }, MALAY)
  expect(others).toEqual([])
  expect(missing).toEqual(warningAt('src/texts/ms.ts:1:16', 'are missing, and appear in English: menu, '))
  expect(missing?.message).toMatch(/^\d+ texts .* and \d+ more\. To see them: npm run news -- texts ms$/)
})

test.each([
  ['no desk', {}, false, false],
  ['the web desk', { webDesk: { backend: 'github', repo: 'a/b' } }, true, false],
  ['a comment server', { comments: { provider: 'waline', server: 'https://c.example/' } }, false, true],
] as const)('with %s its texts count', async (_, settings, desk, moderation) => {
  const count = async (site: object) => {
    const problems = await judge(
      { 'src/texts/ms.ts': 'export default {}' },
      parseSite({ ...SITE, locale: 'ms', ...site }),
    )
    return Number(problems[0]?.message.split(' ')[0])
  }
  expect((await count(settings)) > (await count({}))).toBe(desk || moderation)
})

test('a text of a country may lie over that of its language', async () => {
  const half = (await import('#i18n/en.ts')).en
  const files = {
    'src/texts/pt.ts': `export default ${JSON.stringify({ ...half, by: undefined })}`,
    'src/texts/pt-BR.ts': `export default { by: 'Por' }`,
  }
  expect(await judge(files, parseSite({ ...SITE, locale: 'pt-BR' }))).toEqual([])
  expect(await judge(files, parseSite({ ...SITE, locale: 'pt-PT' }))).toEqual([
    warningAt('src/texts/pt.ts:1:16', '1 text is missing, and appears in English: by.'),
  ])
})

test('a plural form that the language has and the text has not', async () => {
  const { en } = await import('#i18n/en.ts')
  const texts = `export default {\n  ...${JSON.stringify(en)},\n  partCount: { one: '{count} x', other: '{count} y' } }`
  expect(await judge({ 'src/texts/pl.ts': texts }, parseSite({ ...SITE, locale: 'pl' }))).toContainEqual(
    warningAt('src/texts/pl.ts:3:3', '"partCount" has no form for "many", "few", which Polish tells apart.'),
  )
})

test.each([
  ['an unknown key', `export default {\n  latset: 'x' }`, '2:11', 'Did you mean "latest"?'],
  ['a lost value', `export default {\n  moreFrom: 'x' }`, '2:13', 'lacks {section}'],
  [
    'a call around it',
    `const defineTexts = (texts: object) => texts\nexport default defineTexts({\n  kinds: {\n    news: '' } })`,
    '4:11',
    '"kinds.news" must hold a letter',
  ],
  [
    'a missing comma',
    `export default {\n  by: 'x'\n  latest: 'y' }`,
    '3:3',
    'This cannot be read: Expected `,`',
  ],
  [
    'a word that nothing explains',
    'export default {\n  by: oleh }',
    '2:7',
    'The texts cannot be loaded: oleh is not',
  ],
  ['nothing exported', 'export const texts = {}', '1:1', 'This file exports no texts.'],
])('%s is an error at its place', async (_, text, place, message) => {
  expect(await judge({ 'src/texts/id.ts': text })).toEqual([problemAt(`src/texts/id.ts:${place}`, message)])
})

test.each([
  ['MS', 'Rename this file to ms.ts'],
  ['in', 'Rename this file to id.ts'],
  ['malay_texts', '"malay_texts" is no language.'],
])('a file %s.ts is named after no language as it is written', async (name, message) => {
  expect(await judge({ [`src/texts/${name}.ts`]: 'export default {}' })).toEqual([
    problemAt(`src/texts/${name}.ts:1:1`, message),
  ])
})

test('the texts that cannot be read lack nothing', async () => {
  expect(await judge({ 'src/texts/ms.ts': 'export default {' }, MALAY)).toHaveLength(1)
})
