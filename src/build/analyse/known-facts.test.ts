import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { contentDigest, type FileRecord } from '#cache/content-digest.ts'
import { identityOf } from '#cache/file-identity.ts'
import { type Facts, inLists, numbered, type NumberedFacts } from './facts.ts'
import { storeFacts, KnownFacts } from './known-facts.ts'
import { Texts } from './texts.ts'

const SITE = 'https://a.example/'
const FACTS: Facts = {
  kind: 'article',
  links: ['/a/', '/b/'],
  authored: ['/a/'],
  ids: ['x'],
  faults: ['is odd.'],
  searched: ['en', '2025-07-04T15:00:00.000Z', 'digest'],
}
const RECORD: FileRecord = { identity: '1 10 1751295600', digest: contentDigest('a page') }

async function kept(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-facts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const part: Facts = { kind: 'part', links: ['/b/'], authored: [], ids: [], faults: [], searched: [] }
  const texts = new Texts(['of no file any more'])
  storeFacts(folder, SITE, {
    texts,
    records: new Map([
      ['a/index.html', RECORD],
      ['rss.xml', RECORD],
    ]),
    facts: new Map([
      ['a/index.html', numbered(FACTS, texts)],
      ['rss.xml', numbered(part, texts)],
    ]),
  })
  return folder
}

function plain({ kind, ...lists }: NumberedFacts) {
  return { kind, ...inLists((list) => [...lists[list]]) }
}

test('what was kept is known while the file is the same', async () => {
  const known = new KnownFacts(await kept(), SITE)
  const factsOf = (file: string) => plain(known.get(file, 'nowhere', RECORD.identity)?.facts as NumberedFacts)
  expect(factsOf('a/index.html')).toEqual(numbered(FACTS, known.texts))
  expect(factsOf('rss.xml')).toEqual({
    ...{ kind: 'part', links: [known.texts.numberOf('/b/')] },
    ...{ authored: [], ids: [], faults: [], searched: [] },
  })
  expect(known.texts.size).toBe(7)
  expect(known.get('constructor', 'nowhere', RECORD.identity)).toBeUndefined()
  expect(known.filesOf(['article', 'page'])).toEqual(['a/index.html'])
})

test.each([
  ['with the same bytes is the same', 'a page', true],
  ['with others is not', 'a post', false],
])('a file of another identity %s', async (_case, content, isKnown) => {
  const folder = await kept()
  const path = join(folder, 'page')
  await writeFile(path, content)
  const found = new KnownFacts(folder, SITE).get('a/index.html', path, 'another')
  expect(found !== undefined).toBe(isKnown)
  // So that the next build need not read it again.
  if (isKnown) expect(found?.record.identity).toBe(identityOf(path))
})

test.each<[string, (content: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['garbage', () => Buffer.from('{"made":')],
  ['changed by a bit', (content) => content.map((byte, i) => (i === 300 ? byte ^ 4 : byte)) as Buffer],
])('a store that is %s is an empty one', async (_case, damage) => {
  const folder = await kept()
  await writeFile(join(folder, 'facts'), damage(await readFile(join(folder, 'facts'))))
  const known = new KnownFacts(folder, SITE)
  expect(known.get('a/index.html', 'nowhere', RECORD.identity)).toBeUndefined()
  expect(known.filesOf(['article', 'page', 'part'])).toEqual([])
})

test('so is that of another site, and one that is not there', async () => {
  const folder = await kept()
  expect(new KnownFacts(folder, 'https://b.example/').filesOf(['article'])).toEqual([])
  expect(new KnownFacts(join(folder, 'gone'), SITE).filesOf(['article'])).toEqual([])
})
