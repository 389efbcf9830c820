import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { nobody, somebody } from '../../tests/support/answering.ts'
import { articleFile, SITE, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './new.ts'

const NEWSROOM = {
  ...STAFF,
  'src/site.config.ts': "export default { name: 'W', tagline: 'N', url: 'https://w.example/' }",
  'src/content/authors/007.yml': 'name: James',
  'src/content/categories/city.yml': 'name: The City',
  'articles/2024/01/taken.md': articleFile({ aliases: '[/politics/old-name/]' }),
}
const DOWN = '\u001b[B'
const EMPTY_LINE = '\u0015'
const BREAK = '\u0003'
const NAMED = ['--category', 'politics', '--author', 'budi']

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function start(
  args: string[],
  { terminal = nobody(), files = NEWSROOM as Record<string, string> } = {},
) {
  const { root } = await temporaryNewsroom(files)
  vi.stubEnv('NEWSROOM', root)
  // 22:13:30 in Jakarta
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 31, 17, 13, 30) / 1000))
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const before = await articlesIn(root)
  const outcome = await run(args, terminal).catch((error: Error) => error)
  const written = (await articlesIn(root)).filter((file) => !before.includes(file))
  const [file] = written
  const content = file === undefined ? '' : await readFile(join(root, file), 'utf8')
  return { root, outcome, written, content, said: log.mock.calls.flat().join('\n') }
}

async function articlesIn(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'articles'), { recursive: true })
  return entries.filter((entry) => entry.endsWith('.md')).map((entry) => `articles/${entry}`)
}

async function problemsIn(root: string) {
  return checkNewsroom(await readNewsroom(newsroomFolder(root)), SITE)
}

describe('with flags for all', () => {
  test('a draft is written into the month of the outlet, and passes the desk', async () => {
    const { root, outcome, written, content, said } = await start([
      'Tariffs: "who" pays [#1]',
      ...NAMED,
      ...['--author', '007', '--tag', 'Trade, small', '--tag', '2025'],
    ])
    expect(outcome).toBe(0)
    expect(written).toEqual(['articles/2025/08/tariffs-who-pays-1.md'])
    expect(content).toBe(
      [
        '---',
        `title: 'Tariffs: "who" pays [#1]'`,
        'description: To be written.',
        'category: politics',
        'authors: [budi, "007"]',
        'publishedAt: 2025-08-01T00:13',
        'tags: ["Trade, small", "2025"]',
        'draft: true',
        '---',
        '',
        'To be written.',
        '',
      ].join('\n'),
    )
    expect(await problemsIn(root)).toEqual([])
    expect(said).toContain('It is a draft')
  })

  test('a date makes it a scheduled article, without a text that could be published', async () => {
    const { root, written, content, said } = await start([
      'Later',
      ...NAMED,
      ...['--publish-at', '2025-12-31T23:30-05:00', '--description', 'What comes'],
    ])
    expect(written).toEqual(['articles/2026/01/later.md'])
    expect(content).not.toMatch(/draft|To be written/)
    expect(said).toContain('2026-01-01T11:30:00+07:00')
    expect((await readNewsroom(newsroomFolder(root))).problems).toEqual([])
  })

  test.each([
    ['2025-07-31T09:00', '2025-07-31T09:00:00+07:00'],
    ['2024-02-29', '2024-02-29T00:00:00+07:00'],
    // The moment of the command itself.
    ['2025-08-01T00:13:30', '2025-08-01T00:13:30+07:00'],
  ])('a date that is past is told as past: %s', async (publishAt, date) => {
    const { said } = await start(['Now', ...NAMED, '--publish-at', publishAt, '--description', 'What was'])
    expect(said).toContain(`Its date, ${date}, is past: the next build publishes it as it stands.`)
    expect(said).not.toContain('It is published at')
  })

  test('a date and --draft make a draft with that date', async () => {
    const { content } = await start(['Later', ...NAMED, '--publish-at', '2026-01-01', '--draft'])
    expect(content).toMatch(/publishedAt: 2026-01-01\n.*draft: true/s)
  })

  test.each([
    ['Pemilu di Küçükçekmece & São Tomé', 'pemilu-di-kucukcekmece-sao-tome'],
    ['मुंबई की बारिश', 'मुंबई-की-बारिश'],
    ['../../etc/passwd', 'etc-passwd'],
    ['新'.repeat(200), '新'.repeat(80)],
  ])('the title %j is a file that the desk takes', async (title, slug) => {
    const { root, outcome, written } = await start([title, ...NAMED])
    expect(outcome).toBe(0)
    expect(written).toEqual([`articles/2025/08/${slug}.md`])
    expect(await problemsIn(root)).toEqual([])
  })
})

describe('nothing is written', () => {
  test.each<[string, string[], string[]]>([
    ['with all missing', [], ['the title', '--category', '--author']],
    ['without a description for a date', ['T', ...NAMED, '--publish-at', '2026-01-01'], ['--description']],
    ['for a title without letters', ['★', ...NAMED], ['must hold a letter or a digit']],
    [
      'for names that are not known',
      ['T', '--category', 'politcs', '--author', 'bodi', '--author', 'nobody'],
      [
        'Did you mean "politics"?',
        'Did you mean "budi"?',
        'author "nobody" is not known. Known are 007, budi',
      ],
    ],
    [
      'for a day that is not there',
      ['T', ...NAMED, '--publish-at', '2026-02-30'],
      ['must be a date that exists'],
    ],
    ['for a title too long', ['T'.repeat(201), ...NAMED], ['at most 200 characters']],
    ['for a slug with blanks', ['T', ...NAMED, '--slug', 'My Slug'], ['Write "my-slug"']],
    ['for a slug that is taken', ['Taken', ...NAMED], ['taken by articles/2024/01/taken.md', '--slug']],
    ['for a slug taken in other case', ['T', ...NAMED, '--slug', 'taken'], ['articles/2024/01/taken.md']],
    ['where an alias leads', ['Old name', ...NAMED], ['the alias "/politics/old-name/"', '--slug']],
    ['where older pages lie', ['Page', ...NAMED], ['the address page/', '--slug']],
    ['for a title in two words', ['Two', 'words', ...NAMED], ['in quotes', 'new "Two words"']],
    ['for a flag that is not known', ['T', '--autor', 'budi'], ["Unknown option '--autor'"]],
  ])('%s', async (_, args, messages) => {
    const { outcome, written } = await start(args)
    expect(outcome).toBeInstanceOf(Error)
    for (const message of messages) expect((outcome as Error).message).toContain(message)
    expect(written).toEqual([])
  })

  test('over a file that is there, whatever is in it', async () => {
    const files = { ...NEWSROOM, 'articles/2025/08/mine.md': 'no front matter' }
    const { root, outcome, written } = await start(['Mine', ...NAMED], { files })
    expect((outcome as Error).message).toContain('articles/2025/08/mine.md is there already')
    expect(written).toEqual([])
    expect(await readFile(join(root, 'articles/2025/08/mine.md'), 'utf8')).toBe('no front matter')
  })

  test('when the author breaks off', async () => {
    const { outcome, written } = await start([], {
      terminal: somebody([
        ['Title', 'T\r'],
        ['Category', [BREAK]],
      ]),
    })
    expect(outcome).toBe(1)
    expect(written).toEqual([])
  })
})

describe('in a terminal', () => {
  test('all that is missing is asked for, from lists where there are some, until it is sound', async () => {
    const terminal = somebody([
      ['Title', '\r'],
      ['must not be empty', 'Sungai naik\r'],
      // The City stands first.
      ['Category', [DOWN, '\r']],
      ['Authors', '\r'],
      ['select at least one', [' ', DOWN, ' ', '\r']],
      ['Tags', 'Air, Kota,\r'],
      ['published', '2025-02-30\r'],
      ['must be a date that exists', [EMPTY_LINE, ...'2026-02-03T04:05\r']],
      ['Description', 'A river.\r'],
    ])
    const { root, outcome, written, content } = await start([], { terminal })
    expect(terminal.left()).toEqual([])
    expect(outcome).toBe(0)
    expect(written).toEqual(['articles/2026/02/sungai-naik.md'])
    expect(content).toBe(
      `${articleFile(
        {
          title: 'Sungai naik',
          description: 'A river.',
          authors: '["007", budi]',
          publishedAt: '2026-02-03T04:05',
          tags: '[Air, Kota]',
        },
        '',
      )}\n`,
    )
    expect((await readNewsroom(newsroomFolder(root))).problems).toEqual([])
  })

  test('what is given is not asked for, and Enter makes a draft to be described later', async () => {
    const terminal = somebody([
      ['Category', '\r'],
      ['Tags', '\r'],
      ['published', '\r'],
      ['Description', '\r'],
    ])
    const { outcome, content } = await start(['Given', '--author', 'budi'], { terminal })
    expect(terminal.left()).toEqual([])
    expect(outcome).toBe(0)
    expect(content).toMatch(/title: Given\n.*category: city\nauthors: \[budi\]\n.*draft: true/s)
    expect(content).not.toContain('tags')
  })
})
