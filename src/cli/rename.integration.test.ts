import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { isError } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { parseSite } from '#domain/site.ts'
import { articleFile, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './rename.ts'

const CONFIG = `// The outlet.
export default {
  name: 'W', tagline: 'politik', url: "https://w.example/",
  menu: ['politik', "city", { label: 'Tax', href: '/politik/tax/' }],
  footerLinks: [{ label: 'Budi', href: '/author/budi/?sort=date' }],
  frontPage: { sections: [{ category: "politik", articles: 3 }] },
}
`
const LINKS = `See [the tax](/politik/tax/#why "politik"), [it](<https://w.example/politik/tax/?a=b>) and
[all](/politik/), \`/politik/tax/\`, [Budi][b], [next](../tax/), [elsewhere](https://x.example/politik/tax/),
[kept](/politik/elsewhere/) on [water](/tag/air/) and [feed](/author/budi/rss.xml).

[b]: /author/budi/
`
const FILES = {
  'src/site.config.ts': CONFIG,
  'src/content/authors/budi.yml':
    '# Who he is\nname: "Budi"\nlinks:\n  - { label: Tax, url: "https://w.example/politik/tax/" }\n',
  'src/content/authors/ani.yml': 'name: Ani\n',
  'src/content/categories/politik.yml': "name: 'Politik' # until May\n",
  'src/content/categories/city.yml': 'name: City\n',
  'src/content/pages/about.md': '---\ntitle: About\ndescription: Us\n---\n[Tax](/politik/tax/)\n',
  'articles/2025/tax.md': articleFile(
    { category: 'politik # the section', tags: '["Air", Money]' },
    'Tax.\n\n## Why\n',
  ),
  'articles/2025/tax.comments.json': '[]\n',
  'articles/2025/flood/index.md': articleFile(
    {
      category: '"politik"',
      authors: '[ani, budi]',
      contributors: '[{ author: budi, role: editor }]',
      tags: '\n  - air # the old word\n  - Water',
      translationOf: 'tax',
      lang: 'id',
    },
    LINKS,
  ),
  'articles/2025/flood/a.jpg': 'no picture',
  'articles/2025/other.md': articleFile(
    { category: 'city', aliases: '[/politik/elsewhere/]' },
    LINKS.replace('[next](../tax/), ', ''),
  ),
  'src/content/readership.json': '{\n"articles": {\n"tax": {"2025-07-05T03:00:00Z":2}\n},\n"logs": []\n}\n',
}
type Files = Record<string, string>

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function renamed(args: string[], files: Files = FILES) {
  const { root } = await temporaryNewsroom(files)
  return { root, ...(await renameIn(root, args)) }
}

async function renameIn(root: string, args: string[]) {
  vi.stubEnv('NEWSROOM', root)
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line))
  let fault = ''
  await run(args).catch((error: unknown) => (fault = (error as Error).message))
  return { printed, fault, files: await contents(root) }
}

async function contents(root: string): Promise<Files> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')])),
  )
}

/** Files that are different, by what replaces what in each. */
function changesOf(after: Files): Record<string, [string, string][]> {
  const changed = Object.entries(after).filter(([file, text]) => (FILES as Files)[file] !== text)
  return Object.fromEntries(
    changed.map(([file, text]) => {
      const before = ((FILES as Files)[file] ?? '').split('\n')
      const lines = text.split('\n').filter((line) => !before.includes(line))
      return [file, lines as unknown as [string, string][]]
    }),
  )
}

async function errorsIn(root: string): Promise<string[]> {
  const folder = newsroomFolder(root)
  // As it is now: modules are read once.
  const site = parseSite((await import(`${folder.siteConfig}?${performance.now()}`)).default)
  const problems = await checkNewsroom(await readNewsroom(folder), site)
  return problems
    .filter(isError)
    .map(({ message }) => message)
    .filter((message) => !message.includes('a.jpg'))
}

const BODY = (text: string) =>
  text
    .replaceAll('(/politik/tax/', '(/ekonomi/tax/')
    .replace('<https://w.example/politik', '<https://w.example/ekonomi')
    .replace('(/politik/)', '(/ekonomi/)')

test('a category moves with all that names it, and nothing else changes', async () => {
  const { root, files, fault, printed } = await renamed(['category', 'politik', 'ekonomi'])
  expect(fault).toBe('')
  const { 'src/content/categories/politik.yml': _old, ...rest } = FILES as Files
  expect(files).toEqual({
    ...rest,
    'src/content/categories/ekonomi.yml': "name: 'Politik' # until May\naliases: [/politik/]\n",
    'src/site.config.ts': CONFIG.replace("['politik'", "['ekonomi'")
      .replace('category: "politik"', 'category: "ekonomi"')
      .replace('/politik/tax/', '/ekonomi/tax/'),
    'src/content/authors/budi.yml': FILES['src/content/authors/budi.yml'].replace('politik', 'ekonomi'),
    'src/content/pages/about.md': FILES['src/content/pages/about.md'].replace('politik', 'ekonomi'),
    'articles/2025/tax.md': FILES['articles/2025/tax.md'].replace('politik #', 'ekonomi #'),
    'articles/2025/flood/index.md': BODY(FILES['articles/2025/flood/index.md']).replace(
      'category: "politik"',
      'category: "ekonomi"',
    ),
    'articles/2025/other.md': BODY(FILES['articles/2025/other.md']),
  })
  expect(printed[0]).toBe('moved    src/content/categories/politik.yml -> src/content/categories/ekonomi.yml')
  expect(await errorsIn(root)).toEqual([])
})

test('and back again', async () => {
  const { root } = await renamed(['category', 'politik', 'ekonomi'])
  const { files, fault } = await renameIn(root, ['category', 'ekonomi', 'politik'])
  expect(fault).toBe('')
  expect(changesOf(files)).toEqual({
    'src/content/categories/politik.yml': ['aliases: [/ekonomi/]'],
  })
})

test('an author moves, in bylines, credits and links', async () => {
  const { root, files } = await renamed(['author', 'budi', '007'])
  expect(changesOf(files)).toEqual({
    'src/content/authors/007.yml': [
      '# Who he is',
      'name: "Budi"',
      'links:',
      '  - { label: Tax, url: "https://w.example/politik/tax/" }',
      'aliases: [/author/budi/]',
    ],
    'src/site.config.ts': ["  footerLinks: [{ label: 'Budi', href: '/author/007/?sort=date' }],"],
    'articles/2025/tax.md': ['authors: ["007"]'],
    'articles/2025/flood/index.md': [
      'authors: [ani, "007"]',
      'contributors: [{ author: "007", role: editor }]',
      '[kept](/politik/elsewhere/) on [water](/tag/air/) and [feed](/author/007/rss.xml).',
      '[b]: /author/007/',
    ],
    'articles/2025/other.md': [
      'authors: ["007"]',
      '[kept](/politik/elsewhere/) on [water](/tag/air/) and [feed](/author/007/rss.xml).',
      '[b]: /author/007/',
    ],
  })
  expect(Object.keys(files)).not.toContain('src/content/authors/budi.yml')
  expect(await errorsIn(root)).toEqual([])
})

test('a tag gets another name in every spelling, once in each article', async () => {
  const { root, files } = await renamed(['tag', 'AIR', 'Water'])
  expect(changesOf(files)).toEqual({
    'src/content/tags.yml': [
      '# Old addresses of tags, by the name of each as articles write it.',
      '"Water": [/tag/air/]',
    ],
    'articles/2025/tax.md': ['tags: ["Water", Money]'],
    'articles/2025/flood/index.md': [
      '[kept](/politik/elsewhere/) on [water](/tag/water/) and [feed](/author/budi/rss.xml).',
    ],
    'articles/2025/other.md': [
      '[kept](/politik/elsewhere/) on [water](/tag/water/) and [feed](/author/budi/rss.xml).',
    ],
  })
  expect(files['articles/2025/flood/index.md']).not.toContain('the old word')
  expect(await errorsIn(root)).toEqual([])

  const again = await renameIn(root, ['tag', 'Water', 'H2O'])
  expect(again.files['src/content/tags.yml']).toContain('"H2O": [/tag/air/, /tag/water/]')
  const back = await renameIn(root, ['tag', 'H2O', 'Air'])
  expect(back.files['src/content/tags.yml']).toContain('"Air": [/tag/h2o/, /tag/water/]')
})

test('a spelling of a tag changes, and its address stays', async () => {
  const { files } = await renamed(['tag', 'air', 'AIR'])
  expect(changesOf(files)).toEqual({
    'articles/2025/tax.md': ['tags: ["AIR", Money]'],
    'articles/2025/flood/index.md': ['  - AIR # the old word'],
  })
})

test('an article moves with its comments, views, translation and links', async () => {
  const { root, files } = await renamed(['article', 'tax', 'duty'])
  expect(Object.keys(files).filter((file) => file.includes('tax'))).toEqual([])
  const changed = changesOf(files)
  expect(changed['articles/2025/duty.md']).toContain('aliases: [/politik/tax/]')
  expect(files['articles/2025/duty.comments.json']).toBe('[]\n')
  expect(changed['src/content/readership.json']).toEqual(['"duty": {"2025-07-05T03:00:00Z":2}'])
  expect(changed['src/site.config.ts']).toEqual([expect.stringContaining("href: '/politik/duty/'")])
  expect(changed['articles/2025/flood/index.md']).toEqual([
    'translationOf: duty',
    'See [the tax](/politik/duty/#why "politik"), [it](<https://w.example/politik/duty/?a=b>) and',
    '[all](/politik/), `/politik/tax/`, [Budi][b], [next](/politik/duty/), [elsewhere](https://x.example/politik/tax/),',
  ])
  expect(await errorsIn(root)).toEqual([])

  const back = await renameIn(root, ['article', 'articles/2025/duty.md', 'tax'])
  // Feed readers have known it as "tax" all the time.
  expect(back.files['articles/2025/tax.md']).toContain('aliases: [/politik/duty/]\nid: tax\n')
  expect(await errorsIn(root)).toEqual([])
})

test('an article in a folder moves with its pictures', async () => {
  const { files, printed } = await renamed(['article', '/politik/flood/', 'deluge'])
  expect(files['articles/2025/deluge/a.jpg']).toBe('no picture')
  expect(files['articles/2025/deluge/index.md']).toContain('aliases: [/politik/flood/]\n---')
  expect(printed).toContain('changed  articles/2025/deluge/index.md')
})

test('a dry run tells the same and writes nothing', async () => {
  const { files, printed } = await renamed(['category', 'politik', 'ekonomi', '--dry-run'])
  expect(files).toEqual(FILES)
  expect(printed).toContain('changed  articles/2025/tax.md')
  expect(printed.at(-1)).toBe('Nothing was written: this is what would be done.')
})

describe('nothing is done', () => {
  test.each<[string[], Files, string]>([
    [['category', 'politk', 'ekonomi'], {}, 'There is no category "politk". Did you mean "politik"?'],
    [
      ['category', 'politik', 'city'],
      {},
      'The category "city" is there already: src/content/categories/city.yml.',
    ],
    [['category', 'politik', 'City'], {}, 'Write "city"'],
    [['category', 'politik', 'politik'], {}, 'are one name'],
    [['category', 'politik', 'tag'], {}, 'belongs to the site itself'],
    [['category', 'politik', 'about'], {}, 'belongs to the category in src/content/categories/about.yml'],
    [
      ['category', 'politik', 'ekonomi'],
      { 'articles/x.md': articleFile({ category: 'city', aliases: '[/ekonomi/tax/]' }) },
      'the alias "/ekonomi/tax/" is the address of articles/2025/tax.md',
    ],
    [
      ['category', 'politik', 'ekonomi'],
      { 'src/site.config.ts': CONFIG.replace("['politik',", "['pol' + 'itik',") },
      'in a way that this command cannot change',
    ],
    [
      ['category', 'politik', 'ekonomi'],
      { 'src/content/categories/politik.yml': '{ name: A }\n' },
      'categories/politik.yml are written in a way',
    ],
    [['author', 'budi', 'ani'], {}, 'is there already'],
    [['tag', 'Fire', 'Water'], {}, 'No article has the tag "Fire"'],
    [['tag', 'Air', '++'], {}, 'cannot be a tag'],
    [['article', 'tax', 'flood'], {}, 'The article "flood" is there already: articles/2025/flood/index.md'],
    [
      ['article', 'tax', 'elsewhere'],
      {},
      'the alias "/politik/elsewhere/" is the address of articles/2025/elsewhere.md',
    ],
    [['article', 'tax', 'duty'], { 'articles/bad.md': 'no fields' }, 'There is no front matter'],
    [
      ['article', 'tax', 'duty'],
      { 'src/content/readership.json': '{"articles":{"tax":{},"duty":{}}}' },
      'has views of an article "duty"',
    ],
    [['page', 'about', 'us'], {}, 'npm run -s news -- rename category|author'],
    [['article', 'tax'], {}, 'OLD NEW'],
  ])('by %j', async (args, more, why) => {
    const all = { ...FILES, ...more }
    const { files, fault } = await renamed(args, all)
    expect(fault).toContain(why)
    expect(files).toEqual(all)
  })

  test('while a file that it would change is not committed', async () => {
    const { root } = await temporaryNewsroom(FILES)
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@x.example', ...args], { cwd: root })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'All')
    await writeFile(join(root, 'articles/2025/tax.md'), `${FILES['articles/2025/tax.md']}More.\n`)
    await mkdir(join(root, 'articles/2025/flood/b'))
    await writeFile(join(root, 'articles/2025/flood/b/new.jpg'), 'new')
    const before = await contents(root)
    const { fault, files } = await renameIn(root, ['category', 'politik', 'ekonomi'])
    expect(fault).toContain('Commit these files first')
    expect(fault).toContain('  articles/2025/tax.md')
    expect(files).toEqual(before)
    expect((await renameIn(root, ['article', 'flood', 'deluge'])).fault).toContain(
      '  articles/2025/flood/b/new.jpg',
    )
    git('add', '.')
    git('commit', '-qm', 'More')
    await writeFile(join(root, 'articles/2025/note.txt'), 'Of no interest')
    expect((await renameIn(root, ['category', 'politik', 'ekonomi'])).fault).toBe('')
  })
})

test('the entries of live coverage go along, and what they name is mended', async () => {
  const live = {
    'articles/2025/tax.md': articleFile({
      category: 'politik',
      live: '{ state: ended, from: 2025-07-04T22:00, until: 2025-07-05T02:00 }',
    }),
    'articles/2025/tax/live/2025-07-04-2230.md':
      'See [it](/politik/tax/#2025-07-04-2231), [Budi](/author/budi/).\n',
    'articles/2025/tax/live/2025-07-04-2231.md': '---\nauthors: [budi]\narticle: other\n---\nText.\n',
    'src/content/live/2025-07-04-223200.md':
      '---\ncoverage: tax # as the desk has it\n---\n[It](/politik/tax/).\n',
  }
  const files = { ...FILES, ...live }
  const article = await renamed(['article', 'tax', 'levy'], files)
  expect(article.fault).toBe('')
  expect(article.files['articles/2025/levy/live/2025-07-04-2230.md']).toBe(
    'See [it](/politik/levy/#2025-07-04-2231), [Budi](/author/budi/).\n',
  )
  expect(article.files['src/content/live/2025-07-04-223200.md']).toBe(
    '---\ncoverage: levy # as the desk has it\n---\n[It](/politik/levy/).\n',
  )
  expect(Object.keys(article.files).filter((file) => file.includes('tax/live'))).toEqual([])
  expect(await errorsIn(article.root)).toEqual([])
  const author = await renamed(['author', 'budi', 'boedi'], files)
  expect(author.files['articles/2025/tax/live/2025-07-04-2231.md']).toContain('authors: [boedi]')
  expect(author.files['articles/2025/tax/live/2025-07-04-2230.md']).toContain('[Budi](/author/boedi/)')
  const named = await renamed(['article', 'other', 'another'], files)
  expect(named.files['articles/2025/tax/live/2025-07-04-2231.md']).toContain('article: another')
})

test.each([
  ['article: tax # the story', ['article', 'tax', 'duty'], 'article: duty # the story'],
  ['article: tax', ['category', 'politik', 'ekonomi'], 'article: tax'],
  ['href: /politik/tax/#why', ['article', 'tax', 'duty'], 'href: /politik/duty/#why'],
  [
    'href: "https://w.example/politik/"',
    ['category', 'politik', 'ekonomi'],
    'href: "https://w.example/ekonomi/"',
  ],
  ['href: /tag/air/', ['tag', 'Air', 'Water'], 'href: /tag/water/'],
  ['href: /author/budi/', ['author', 'budi', '007'], 'href: /author/007/'],
  ['href: https://elsewhere.example/politik/tax/', ['article', 'tax', 'duty'], undefined],
])('the line of breaking news leads where it has led: %s', async (line, words, expected = line) => {
  const text = (leads: string) => `text: Tax\n${leads}\nfrom: 2025-07-05T03:00\nuntil: 2025-07-05T04:00\n`
  const file = 'src/content/breaking.yml'
  const { root, files, fault } = await renamed(words, { ...FILES, [file]: text(line) })
  expect(fault).toBe('')
  expect(files[file]).toBe(text(expected))
  expect(await errorsIn(root)).toEqual([])
})
