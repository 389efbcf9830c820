import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { ICON_FILES } from '#domain/icon-files.ts'
import { nobody, somebody } from '../../tests/support/answering.ts'
import { run } from './create.ts'

const URL = 'https://kabaruji.id/'
const BREAK = '\u0003'
/** What only the sample says. */
const SAMPLES =
  /warta\.example|demonstration|Nusantara|Maya|Siregar|Bagus|Pratama|tariff|timor|localhost:8360/i

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'warta-create-'))
  // 22:13:30 in Jakarta
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 31, 15, 13, 30) / 1000))
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(root, { recursive: true })
})

async function create(args: string[], { terminal = nobody(), folder = join(root, 'my-paper') } = {}) {
  const outcome = await run([folder, '--warta', '1.0.0', ...args], terminal).catch((error: Error) => error)
  return { folder, outcome }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

async function problemsIn(path: string) {
  const folder = newsroomFolder(path)
  return checkNewsroom(await readNewsroom(folder), await readSite(folder))
}

describe('an outlet by flags', () => {
  test('has all that it needs, and nothing that is the sample’s', async () => {
    const given = [
      '--yes',
      '--name',
      'Kabar Uji',
      '--url',
      URL,
      '--locale',
      'id',
      '--time-zone',
      'Asia/Jakarta',
    ]
    const { folder, outcome } = await create(given)
    expect(outcome).toBe(0)
    const files = filesIn(folder)
    expect(files).toEqual(
      [
        '.github/workflows/check.yml',
        '.github/workflows/publish.yml',
        '.gitignore',
        '.npmrc',
        'README.md',
        'articles/2025/07/hari-pertama-kami.md',
        'astro.config.mjs',
        'package.json',
        'pnpm-workspace.yaml',
        ...ICON_FILES.map((file) => `public/${file}`),
        'src/content/authors/redaksi.yml',
        'src/content/categories/berita.yml',
        'src/content/categories/opini.yml',
        'src/content/pages/tentang-kami.md',
        'src/site.config.ts',
        'tailwind.config.ts',
        'tsconfig.json',
      ].sort(),
    )
    for (const file of files.filter((file) => !/\.(png|ico)$/.test(file)))
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(SAMPLES)
    expect(await readSite(newsroomFolder(folder))).toMatchObject({
      name: 'Kabar Uji',
      url: URL,
      locale: 'id',
      articleLanguage: 'id',
      timeZone: 'Asia/Jakarta',
      menu: ['berita', 'opini'],
      precompressed: false,
    })
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      name: 'kabar-uji',
      dependencies: { warta: '1.0.0' },
      warta: { upgradedTo: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    })
    // Nothing is left of the folder that was filled.
    expect(readdirSync(root)).toEqual(['my-paper'])
  })

  test.each([
    ['English', ['--locale', 'en'], 'en'],
    ['Indonesian', ['--locale', 'id'], 'id'],
    ['Indonesian chrome around English articles', ['--locale', 'id', '--article-language', 'en-GB'], 'en-GB'],
    ['articles in a language without texts of its own', ['--locale', 'en', '--article-language', 'ar'], 'ar'],
    [
      'names with signs of all kinds',
      [
        '--name',
        `L'Écho d'"ici" \\ & <co>: #1 {name}`,
        '--tagline',
        "It's {publishing}",
        '--people',
        "Siti O'Neil, 山田",
      ],
      undefined,
    ],
    ['comments', ['--comments', 'https://comments.kabaruji.id'], undefined],
    ['many sections', ['--sections', 'Aa,Bb,Cc,Dd,Ee,Ff,Gg,Hh,Ii,Jj,Ekonomi & Bisnis'], undefined],
  ])('in %s is one that the desk is content with', async (_what, args, language) => {
    const { folder, outcome } = await create(['--yes', '--url', URL, ...args])
    expect(outcome).toBe(0)
    expect(await problemsIn(folder)).toEqual([])
    if (language) expect((await readSite(newsroomFolder(folder))).articleLanguage).toBe(language)
  })

  test('in a language without texts marks its first article as English', async () => {
    const { folder } = await create(['--yes', '--locale', 'en', '--article-language', 'ar', '--url', URL])
    expect(readFileSync(join(folder, 'articles/2025/07/our-first-day.md'), 'utf8')).toContain('\nlang: en\n')
  })

  test.each([
    ['github-pages', 'deploy-pages', []],
    ['netlify', 'BUILD_HOOK', ['netlify.toml', '.node-version']],
    ['cloudflare', 'BUILD_HOOK', ['.node-version']],
    ['server', 'rsync', []],
    ['none', undefined, []],
  ])('for %s is published by a workflow that fits', async (host, words, more) => {
    const { folder } = await create(['--yes', '--url', URL, '--locale', 'en', '--host', host])
    const files = filesIn(folder)
    expect(files).toEqual(expect.arrayContaining([...more, '.github/workflows/check.yml']))
    expect(files.includes('.github/workflows/publish.yml')).toBe(words !== undefined)
    for (const file of files.filter((name) => name.endsWith('.yml') && name.startsWith('.github')))
      expect(parse(readFileSync(join(folder, file), 'utf8')).jobs).toBeTypeOf('object')
    if (words) expect(readFileSync(join(folder, '.github/workflows/publish.yml'), 'utf8')).toContain(words)
    expect((await readSite(newsroomFolder(folder))).precompressed).toBe(host === 'server')
  })

  test('goes into a folder that is there and empty', async () => {
    mkdirSync(join(root, 'my-paper'))
    expect((await create(['--yes', '--url', URL])).outcome).toBe(0)
  })

  test('is the same twice', async () => {
    const [one, other] = [join(root, 'one'), join(root, 'other')]
    for (const folder of [one, other]) await create(['--yes', '--name', 'K', '--url', URL], { folder })
    for (const file of filesIn(one))
      expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file))), file).toBe(true)
  })
})

describe('nothing is written, and it is said why,', () => {
  test.each([
    ['a bad address', ['--url', 'kabaruji'], '"url" is "kabaruji", but must be an address'],
    ['a bad zone', ['--time-zone', 'Asia/Jakatra'], '"timeZone" is "Asia/Jakatra", but must be a time zone'],
    ['a bad locale', ['--locale', 'x x'], '"locale" is "x x", but must be'],
    ['a bad language', ['--article-language', 'indonesian'], '"articleLanguage" is "indonesian"'],
    ['an empty name', ['--name', ' '], '"name" is " ", but'],
    ['the same section twice', ['--sections', 'Opini, opini'], '"sections" has "opini" twice'],
    ['a section without letters', ['--sections', 'News, &'], '"sections" has "&", which has no letter'],
    ['no people', ['--people', ' , '], '"people" is empty'],
    ['a bad comment server', ['--comments', 'ftp://kabaruji.id'], '"comments.server" is "ftp://kabaruji.id"'],
    ['an unknown host', ['--host', 'geocities'], '"host" is "geocities", but must be one of github-pages'],
    ['a section that the site has itself', ['--sections', 'Search'], 'the desk would not be content'],
  ])('for %s', async (_what, args, words) => {
    const { outcome } = await create(['--yes', '--url', URL, ...args])
    expect(String(outcome)).toContain(words)
    expect(readdirSync(root)).toEqual([])
  })

  test('for several at once, all of them', async () => {
    const { outcome } = await create(['--yes', '--url', 'x', '--locale', 'x x'])
    expect(String(outcome)).toMatch(/"url" is "x"[\s\S]*"locale" is "x x"/)
  })

  test.each([
    ['a folder that is not empty', 'full', /is not empty: it holds a\.txt/],
    ['a file', 'file', /is a file/],
    ['a folder below a file', 'file/paper', /is a file/],
    ['a folder below none', 'nowhere/paper', /There is no folder .*nowhere/],
    ['a name that not every system takes', 'my:paper', /cannot be a folder's name/],
    ['a name that is hidden', '.paper', /cannot be a folder's name/],
    ['a name that is too long', 'p'.repeat(250), /too long/],
  ])('for %s', async (_what, name, words) => {
    mkdirSync(join(root, 'full'))
    writeFileSync(join(root, 'full/a.txt'), '')
    writeFileSync(join(root, 'file'), '')
    const { outcome } = await create(['--yes', '--url', URL], { folder: join(root, name) })
    expect(String(outcome)).toMatch(words)
    expect(filesIn(root)).toEqual(['file', 'full/a.txt'])
  })

  test('for a folder within the program', async () => {
    const { outcome } = await create(['--yes', '--url', URL], { folder: 'my-paper' })
    expect(String(outcome)).toContain('is within the program')
  })

  test('where nobody can be asked', async () => {
    const { outcome } = await create(['--name', 'K'])
    expect(String(outcome)).toContain('--yes')
    expect(readdirSync(root)).toEqual([])
  })
})

describe('whoever sits there', () => {
  test('is asked for what the flags leave open', async () => {
    const terminal = somebody([
      ['A few words', ['\r']],
      ['Address of the site', [...`${URL}\r`]],
      ['Language of the articles', ['\r']],
      ['Time zone', [...'Asia/Makassar\r']],
      ['Sections', [...'Laut, Pasar\r']],
      ['People', [...'Siti Rahma\r']],
      ['comments', ['\r']],
      ['Where is it published?', ['\r']],
    ])
    const { folder, outcome } = await create(['--name', 'Kabar Uji', '--locale', 'id'], { terminal })
    expect(outcome).toBe(0)
    expect(terminal.left()).toEqual([])
    expect(await readSite(newsroomFolder(folder))).toMatchObject({
      url: URL,
      timeZone: 'Asia/Makassar',
      menu: ['laut', 'pasar'],
      comments: { provider: 'none' },
    })
    expect(filesIn(folder)).toContain('src/content/authors/siti-rahma.yml')
  })

  test('may break off, and nothing is written', async () => {
    const terminal = somebody([
      ['Name of the outlet', [...'K\r']],
      ['A few words', [BREAK]],
    ])
    expect((await create([], { terminal })).outcome).toBe(1)
    expect(readdirSync(root)).toEqual([])
  })
})
