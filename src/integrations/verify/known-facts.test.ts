import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Stamp } from '#integrations/kept.ts'
import { type Facts, numbered } from './facts.ts'
import { keepFacts, KnownFacts } from './known-facts.ts'
import { Texts } from './texts.ts'

const SITE = 'https://a.example/'
const FACTS: Facts = {
  kind: 'article',
  links: ['/a/', '/b/'],
  authored: ['/a/'],
  ids: ['x'],
  faults: ['is odd.'],
}
const STAMP: Stamp = [10, 1751295600]

async function kept(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-facts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'verified/dist.json')
  const part: Facts = { kind: 'part', links: ['/b/'], authored: [], ids: [], faults: [] }
  const texts = new Texts(['of no file any more'])
  await keepFacts(file, SITE, {
    texts,
    files: new Map([
      ['a/index.html', STAMP],
      ['rss.xml', STAMP],
    ]),
    facts: new Map([
      ['a/index.html', numbered(FACTS, texts)],
      ['rss.xml', numbered(part, texts)],
    ]),
  })
  return file
}

test('what was kept is known while the file is the same', async () => {
  const file = await kept()
  const known = await KnownFacts.of(file, SITE)
  expect(known.get('a/index.html', STAMP)).toEqual(numbered(FACTS, known.texts))
  expect(known.get('rss.xml', STAMP)).toMatchObject({ kind: 'part', links: [known.texts.numberOf('/b/')] })
  expect(known.texts.size).toBe(4)
  expect(known.get('a/index.html', [11, STAMP[1]])).toBeUndefined()
  expect(known.get('a/index.html', [STAMP[0], 1])).toBeUndefined()
  expect(known.get('constructor', STAMP)).toBeUndefined()
  expect(known.filesOf(['article', 'page'])).toEqual(['a/index.html'])
  expect(await readdir(dirname(file))).toEqual(['dist.json'])
})

test.each([
  ['empty', ''],
  ['no JSON', '{"made":'],
  ['another thing', '[]'],
  ['of an earlier form', JSON.stringify({ made: `1 ${SITE}`, texts: [], files: { 'a/index.html': [10] } })],
])('a store that is %s is an empty one', async (_case, content) => {
  const file = await kept()
  await writeFile(file, content)
  const known = await KnownFacts.of(file, SITE)
  expect(known.get('a/index.html', STAMP)).toBeUndefined()
  expect(known.filesOf(['article', 'page', 'part'])).toEqual([])
})

test('so is that of another site, and one that is not there', async () => {
  const file = await kept()
  expect((await KnownFacts.of(file, 'https://b.example/')).filesOf(['article'])).toEqual([])
  expect((await KnownFacts.of(`${file}.gone`, SITE)).filesOf(['article'])).toEqual([])
})
