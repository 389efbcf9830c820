import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Stamp } from '#integrations/kept.ts'
import { keepValue } from '#keep-file.ts'
import { type Facts, inLists, numbered, type NumberedFacts } from './facts.ts'
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
  const file = join(folder, 'caches/dist.verified')
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

function plain({ kind, ...lists }: NumberedFacts) {
  return { kind, ...inLists((list) => [...lists[list]]) }
}

test('what was kept is known while the file is the same', async () => {
  const file = await kept()
  const known = await KnownFacts.of(file, SITE)
  expect(plain(known.get('a/index.html', STAMP) as NumberedFacts)).toEqual(numbered(FACTS, known.texts))
  expect(plain(known.get('rss.xml', STAMP) as NumberedFacts)).toEqual({
    ...{ kind: 'part', links: [known.texts.numberOf('/b/')] },
    ...{ authored: [], ids: [], faults: [] },
  })
  expect(known.texts.size).toBe(4)
  expect(known.get('a/index.html', [11, STAMP[1]])).toBeUndefined()
  expect(known.get('a/index.html', [STAMP[0], 1])).toBeUndefined()
  expect(known.get('constructor', STAMP)).toBeUndefined()
  expect(known.filesOf(['article', 'page'])).toEqual(['a/index.html'])
  expect(await readdir(dirname(file))).toEqual(['dist.verified'])
})

test.each([
  ['empty', ''],
  ['garbage', '{"made":'],
  ['of an earlier form', { made: `1 ${SITE}`, texts: [], files: { 'a/index.html': [10] } }],
])('a store that is %s is an empty one', async (_case, content) => {
  const file = await kept()
  await (typeof content === 'string' ? writeFile(file, content) : keepValue(file, content))
  const known = await KnownFacts.of(file, SITE)
  expect(known.get('a/index.html', STAMP)).toBeUndefined()
  expect(known.filesOf(['article', 'page', 'part'])).toEqual([])
})

test('so is that of another site, and one that is not there', async () => {
  const file = await kept()
  expect((await KnownFacts.of(file, 'https://b.example/')).filesOf(['article'])).toEqual([])
  expect((await KnownFacts.of(`${file}.gone`, SITE)).filesOf(['article'])).toEqual([])
})
