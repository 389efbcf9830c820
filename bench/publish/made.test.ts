import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { madeIn, pagesOf } from './made.ts'

const PAGE = '<!doctype html><title>Page</title>'
const REFRESH = '<!doctype html><meta http-equiv="refresh" content="0; url=/politics/">'

test('a site’s files are counted by what they are, the search’s left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'made-'))
  const files = {
    'index.html': PAGE,
    '404.html': PAGE,
    'politics/index.html': PAGE,
    'politics/page/1/index.html': REFRESH,
    'politics/page/2/index.html': PAGE,
    'politics/a-story/index.html': PAGE,
    'politics/another/index.html': PAGE,
    'politics/rss.xml': '<rss/>',
    'about/index.html': PAGE,
    'tag/flood/index.html': PAGE,
    'author/budi/page/2/index.html': PAGE,
    'archive/index.html': PAGE,
    'archive/2025/06/index.html': PAGE,
    'sitemap.xml': '<urlset/>',
    'pagefind/fragment/x.html': PAGE,
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  const made = await madeIn(folder, ['politics'])
  expect(made).toEqual({
    articles: 2,
    'lists of categories': 2,
    'lists of tags': 1,
    'lists of authors': 1,
    'lists of months': 1,
    'other pages': 4,
    'pages that lead elsewhere': 1,
    'RSS feeds': 1,
    'other files': 1,
  })
  expect(pagesOf(made)).toBe(11)
})
