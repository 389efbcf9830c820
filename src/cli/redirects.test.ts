import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { articleFile, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import { run } from './redirects.ts'

const NEWSROOM = {
  ...STAFF,
  'src/site.config.ts': "export default { name: 'W', tagline: 'N', url: 'https://w.example/' }",
  'src/content/authors/budi.yml': 'name: Budi\naliases: [/writers/budi/]',
  'articles/flood.md': articleFile({ publishedAt: '2025-07-01', aliases: '[/2019/flood.html, "/?p=7"]' }),
  'articles/later.md': articleFile({ title: 'Later', publishedAt: '2025-08-01', aliases: '[/soon/]' }),
  'articles/draft.md': articleFile({ title: 'Draft', draft: 'true', aliases: '[/draft/]' }),
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** What `news redirects` prints, to the terminal and beside it, in July 2025. */
async function redirects(...args: string[]) {
  return redirectsOf(NEWSROOM, args)
}

async function redirectsOf(newsroom: Record<string, string>, args: readonly string[]) {
  const { root } = await temporaryNewsroom(newsroom)
  vi.stubEnv('NEWSROOM', root)
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 4) / 1000))
  const out: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  const log = vi
    .spyOn(console, 'log')
    .mockReset()
    .mockImplementation(() => {})
  const code = await run(args.map((arg) => arg.replace('ROOT', root)))
  return { root, code, text: out.join(''), printed: log.mock.calls.flat().join('\n') }
}

describe.each(['nginx', 'caddy', 'netlify', 'cloudflare'])('rules for %s', (format) => {
  test('lead old addresses of what is published to the present ones, and tell of nothing else', async () => {
    const { code, text } = await redirects('--format', format)
    expect(code).toBe(0)
    expect(text).toContain('/2019/flood.html')
    expect(text).toContain('/politics/flood/')
    expect(text).toContain('/writers/budi/')
    expect(text).not.toMatch(/soon|draft/)
  })
})

test('they go into a file where one is named, and their number to the terminal', async () => {
  const { root, text, printed } = await redirects('--format', 'nginx', '--out', 'ROOT/rules.conf')
  expect(text).toBe('')
  expect(printed).toMatch(/^\d+ addresses.*, written to .*rules\.conf$/)
  expect(await readFile(join(root, 'rules.conf'), 'utf8')).toContain('/politics/flood/')
})

test.each([
  ['no format', []],
  ['a format that is not known', ['--format', 'apache']],
  ['a name that every object has', ['--format', 'constructor']],
  ['another flag', ['--form', 'nginx']],
])('with %s it says how it is used', async (_, args) => {
  await expect(redirects(...args)).rejects.toThrow('npm run news -- redirects --format nginx|caddy')
})

test('of an outlet in two languages, each old address leads to the language of what it is of', async () => {
  const newsroom = {
    ...NEWSROOM,
    'src/site.config.ts':
      "export default { name: 'W', tagline: 'N', url: 'https://w.example/', locale: 'en', languages: [{ locale: 'id', path: 'id' }] }",
    'src/content/categories/politics.yml': 'name: Politics\naliases: [/state/]',
    'src/content/authors/ani.yml': 'name: Ani\naliases: [/writers/ani/]',
    'articles/banjir.md': articleFile({
      title: 'Banjir',
      publishedAt: '2025-07-01',
      lang: 'id',
      authors: '[ani]',
      aliases: '[/2019/banjir.html]',
    }),
  }
  const { text } = await redirectsOf(newsroom, ['--format', 'netlify'])
  const rules = Object.fromEntries(
    text.split('\n').map((line) => line.split(/\s+/).slice(0, 2) as [string, string]),
  )
  expect(rules).toMatchObject({
    '/2019/flood.html': '/politics/flood/',
    '/2019/banjir.html': '/id/politics/banjir/',
    '/politics/banjir/': '/id/politics/banjir/',
    '/state/': '/politics/',
    '/id/state/': '/id/politics/',
    '/state/banjir/': '/id/politics/banjir/',
    '/writers/ani/': '/id/author/ani/',
    '/author/ani/': '/id/author/ani/',
  })
})
