import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isError } from '#desk/problem.ts'
import { judgeSite } from '#build/verify/rules.ts'
import { Analyser } from '#build/analyse/analyser.ts'
import { filesIn } from '#build/files-in.ts'
import { readOutput } from '#build/verify/output.ts'
import { FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

const SITE = `https://fixture.example${FIXTURE_BASE}`
const ARTICLE = 'world/harbour-opens/index.html'

let site: string
let made: Set<string>
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'warta-verified-'))
  // A published folder is a link.
  await cp(await realpath(FIXTURE_DIST), site, { recursive: true })
  made = new Set(filesIn(site))
})
afterAll(() => rm(site, { recursive: true }))

async function faults(): Promise<string[]> {
  const output = await readOutput(site, {
    site: SITE,
    analyser: new Analyser({ folder: site, site: SITE }, 'nowhere'),
    given: new Set(),
    programs: [],
    excluded: [],
  })
  const problems = judgeSite({ output, routes: made, preview: false, last: undefined, maxLoss: 0 })
  return problems.filter(isError).map(({ file, message, rule }) => `${file} ${message} (${rule})`)
}

test('a built site is sound', async () => {
  expect(await faults()).toEqual([])
})

type Change = (text: string) => string
const swap =
  (from: string | RegExp, to: string): Change =>
  (text) => {
    if (text.search(from) < 0) throw new Error(`${from} is not in the file`)
    return text.replace(from, to)
  }

test.each<[string, string, Change | undefined, string]>([
  ['a page is gone', 'city/bus-fares/index.html', undefined, '/daily/city/bus-fares/, which is not there'],
  ['a feed is gone', 'world/rss.xml', undefined, '/daily/world/rss.xml, which is not there'],
  ['a picture is gone', 'logo.png', undefined, '/daily/logo.png, which is not there'],
  ['a file is empty', 'logo.png', () => '', 'logo.png is empty'],
  ['a page is empty', ARTICLE, () => '', `${ARTICLE} is empty`],
  ['a size is gone', ARTICLE, swap(/srcset="[^ "]+/, 'srcset="/daily/_astro/x.webp'), '_astro/x.webp, which'],
  [
    'a link is wrong',
    ARTICLE,
    swap('/daily/tag/harbour/', '/daily/tag/harbor/'),
    '/daily/tag/harbor/, which',
  ],
  ['an anchor is wrong', ARTICLE, swap('href="#what-next"', 'href="#whatnext"'), 'the id "whatnext"'],
  ['a link leaves the base', ARTICLE, swap('/daily/tag/', '/tag/'), 'outside the site'],
  ['a page has no heading', ARTICLE, swap(/<h1.*?<\/h1>/s, ''), 'has 0 headings'],
  ['a page has no canonical', ARTICLE, swap('rel="canonical"', 'rel="nothing"'), 'has 0 canonical'],
  ['a page has no title', ARTICLE, swap(/<title>.*?<\/title>/s, ''), 'has no title'],
  ['a page has no text', ARTICLE, swap(/<main.*<\/main>/s, '<main><h1>A</h1></main>'), 'shows nothing'],
  ['a page shows a draft', ARTICLE, swap('<main', '<main data-unpublished'), 'marked as not published'],
  [
    'a feed links wrongly',
    'rss.xml',
    swap('world/harbour-opens/</link>', 'x/</link>'),
    'rss.xml names /daily/x/',
  ],
  [
    'the sitemap links wrongly',
    'sitemap-0.xml',
    swap('world/</loc>', 'y/</loc>'),
    'sitemap-0.xml names /daily/y/',
  ],
])('told, when %s', async (_case, file, change, message) => {
  const path = join(site, file)
  const sound = await readFile(path)
  if (change) await writeFile(path, change(sound.toString()))
  else await rm(path)
  try {
    expect(await faults()).toEqual(expect.arrayContaining([expect.stringContaining(message)]))
  } finally {
    await writeFile(path, sound)
  }
})

test('told, when a page of an earlier build is left over', async () => {
  made.delete(ARTICLE)
  expect(await faults()).toEqual([expect.stringMatching(`^${ARTICLE} is of an earlier build`)])
  made.add(ARTICLE)
})
