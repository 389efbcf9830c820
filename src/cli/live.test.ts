import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { isError } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './live.ts'

const CONFIG = "export default { name: 'Warta', tagline: 'News', url: 'https://warta.example/' }"
const FILE = 'articles/2025/07/match.md'
const FOLDER = 'articles/2025/07/match/live'

let root: string
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
const read = (file: string) => readFile(join(root, file), 'utf8')

async function newsroomOf(live: string, more: Record<string, string> = {}) {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2025-07-04T22:30:40+07:00') / 1000))
  const folder = await temporaryNewsroom({
    ...STAFF,
    'src/site.config.ts': CONFIG,
    [FILE]: articleFile({ live }),
    ...more,
  })
  root = folder.root
  vi.stubEnv('NEWSROOM', root)
  vi.spyOn(console, 'log').mockReturnValue()
}

async function problems() {
  const folder = newsroomFolder(root)
  return (await checkNewsroom(await readNewsroom(folder), await readSite(folder))).filter(isError)
}

describe('an entry', () => {
  beforeEach(() => newsroomOf('{ state: live, from: 2025-07-04T22:00 }'))

  test('is a file that is named by its moment, and no more than its text', async () => {
    await run(['match', 'A *goal*.'])
    await run(['match', 'Another.'])
    await run(['match', 'And a third.', '--at', '2025-07-04T22:31'])
    expect(await read(`${FOLDER}/2025-07-04-2230.md`)).toBe('A *goal*.\n')
    expect(await read(`${FOLDER}/2025-07-04-2230-2.md`)).toBe('Another.\n')
    expect(await read(`${FOLDER}/2025-07-04-2231.md`)).toBe('And a third.\n')
    expect(await problems()).toEqual([])
  })

  test('has what is said of it, and its picture beside it', async () => {
    const picture = join(root, 'Photo.PNG')
    await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).toFile(picture)
    const flags = [
      '--title',
      'It: is',
      '--key',
      '--pinned',
      '--author',
      'budi',
      '--image',
      picture,
      '--alt',
      'Red',
    ]
    await run(['match', 'Text.', ...flags])
    expect(await read(`${FOLDER}/2025-07-04-2230.md`)).toBe(
      [
        '---',
        'title: "It: is"',
        'authors: [ budi ]',
        'key: true',
        'pinned: true',
        'image: { src: ./2025-07-04-2230.png, alt: Red }',
        '---',
        '',
        'Text.',
        '',
      ].join('\n'),
    )
    expect(await problems()).toEqual([])
  })

  test('may begin as front matter does', async () => {
    await run(['match', '--', '---\nNo fields.'])
    expect(await problems()).toEqual([])
  })

  test.each([
    [['match', 'Text.', '--at', '2025-07-04T21:00'], 'the coverage begins at'],
    [['match', 'Text.', '--at', 'soon'], '--at is "soon"'],
    [['match', 'Text.', '--author', 'nobody'], 'author "nobody" is not known'],
    [['match', '[x](/nowhere/)'], 'leads to no page'],
    [['match', 'Text.', '--image', 'x.png'], 'A picture needs both'],
    [['match', 'Text.', '--image', '/nowhere.png', '--alt', 'x'], 'no such file'],
    [['macth', 'Text.'], 'Did you mean "match"?'],
    [['match'], 'npm run -s news -- live SLUG'],
    [['match', 'Text.', '--end'], 'npm run -s news -- live SLUG'],
  ])('%j writes nothing', async (args, words) => {
    await expect(run(args)).rejects.toThrow(words)
    expect((await readNewsroom(newsroomFolder(root))).entries.size).toBe(0)
  })
})

describe('the state is changed at its place', () => {
  test.each([
    [
      'a group in one line',
      '{ state: live, from: 2025-07-04T22:00 } # until the whistle',
      '{ state: ended, from: 2025-07-04T22:00, until: 2025-07-04T22:30:40 } # until the whistle',
    ],
    [
      'a group of lines',
      '\n  state: "live"\n  from: 2025-07-04T22:00',
      '\n  state: "ended"\n  from: 2025-07-04T22:00\n  until: 2025-07-04T22:30:40',
    ],
    [
      'sooner than was planned',
      '{ until: 2025-07-05T01:00, state: live, from: 2025-07-04T22:00 }',
      '{ until: 2025-07-04T22:30:40, state: ended, from: 2025-07-04T22:00 }',
    ],
    [
      'as was planned',
      '{ state: live, from: 2025-07-04T22:00, until: 2025-07-04T22:29 }',
      '{ state: ended, from: 2025-07-04T22:00, until: 2025-07-04T22:29 }',
    ],
  ])('%s', async (_, before, after) => {
    await newsroomOf(before)
    await run(['match', '--end'])
    expect(await read(FILE)).toBe(articleFile({ live: after }))
    expect(await problems()).toEqual([])
    await expect(run(['match', '--end'])).rejects.toThrow('says already')
  })

  test('it begins', async () => {
    await newsroomOf('{ state: upcoming, from: 2025-07-04T22:00 }')
    await run(['match', '--begin'])
    expect(await read(FILE)).toContain('state: live,')
  })

  test('of an article that is not live there is none', async () => {
    await newsroomOf('{ state: live, from: 2025-07-04T22:00 }', {
      'articles/other.md': articleFile(),
    })
    await expect(run(['other', 'Text.'])).rejects.toThrow('is no live coverage. Write into its front matter')
  })
})

test.each([
  ['without front matter', 'A goal was scored.\n'],
  ['with some', '---\nkey: true # for sure\n---\nA goal was scored.\n'],
])('an article is started from an entry %s, and each leads to the other', async (_, text) => {
  await newsroomOf('{ state: live, from: 2025-07-04T22:00 }', { [`${FOLDER}/2025-07-04-2210.md`]: text })
  await run(['match', '--breakout', '2025-07-04-2210', '--title', 'How the goal came'])
  const started = await read('articles/2025/07/how-the-goal-came.md')
  expect(started).toContain('draft: true')
  expect(started).toContain(
    'A goal was scored.\n\nFrom our live coverage: [A title](/politics/match/#2025-07-04-2210)\n',
  )
  const entry = await read(`${FOLDER}/2025-07-04-2210.md`)
  expect(entry).toMatch(/^---\n(key: true # for sure\n)?article: how-the-goal-came\n---\n/)
  expect(entry).toMatch(/A goal was scored\.\n$/)
  expect(await problems()).toEqual([])
  await writeFile(join(root, 'articles/2025/07/how-the-goal-came.md'), started.replace('draft: true\n', ''))
  expect(await problems()).toEqual([])
  await expect(run(['match', '--breakout', '2025-07-04-2210'])).rejects.toThrow('already')
})
