import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const FEW = 1500
const MANY = 5000
/** A title and an address in a Map take more than that; what two runs of the same differ by, less. */
const MOST_BYTES_A_POST = 120

/** Tells, when the process ends, the most bytes of objects that were in use at once after a collection of what was not. */
const TELL_RETAINED = `data:text/javascript,${encodeURIComponent(`
  let most = 0
  const look = () => { gc(); most = Math.max(most, process.memoryUsage().heapUsed) }
  setInterval(look, 200).unref()
  process.on('exit', () => console.error('retained ' + most))
`)}`

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'warta-import-memory-'))
})

afterAll(() => rm(root, { recursive: true }))

test('an import keeps nothing of a post in memory, be it new or known', async () => {
  const [few = 0, many = 0] = await Promise.all([FEW, MANY].map(retained))
  expect(few).toBeGreaterThan(0)
  expect((many - few) / (MANY - FEW)).toBeLessThan(MOST_BYTES_A_POST)
})

/** Bytes kept by the import of so many posts, of which the newsroom has every second one. */
async function retained(posts: number): Promise<number> {
  const newsroom = join(root, String(posts))
  const config = { name: 'New', tagline: 'News', url: 'https://new.example/' }
  await mkdir(join(newsroom, 'src'), { recursive: true })
  await writeFile(join(newsroom, 'src/site.config.ts'), `export default ${JSON.stringify(config)}`)
  const ids = Array.from({ length: posts }, (_, i) => i + 1)
  await writeFile(join(newsroom, 'export.xml'), exportOf(ids))
  for (const id of ids.filter((id) => id % 2 === 0)) await writeArticle(newsroom, id)
  const { stdout, stderr } = await promisify(execFile)(
    'node',
    [
      '--expose-gc',
      ...['--import', TELL_RETAINED],
      ...['src/cli/news.ts', 'import', 'wordpress', join(newsroom, 'export.xml')],
      ...['--report', join(newsroom, 'report.json'), '--no-check'],
    ],
    { env: { PATH: process.env.PATH, NEWSROOM: newsroom }, maxBuffer: 100_000_000 },
  )
  expect(stdout).toContain(`Imported: 1 × author, 1 × category, ${posts / 2} × article`)
  expect(stdout).toContain(`Already here: ${posts / 2} × article`)
  return Number(/retained (\d+)/.exec(stderr)?.[1])
}

function exportOf(ids: readonly number[]): string {
  const items = ids.map(
    (id) => `<item><title>The story of harbour ${id}</title><link>https://old.example/${id}-story/</link>
<guid>https://old.example/?p=${id}</guid><dc:creator>mara</dc:creator><content:encoded>Text.</content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt><wp:post_name>${id}-story</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="city">City</category></item>
<item><title>Picture ${id}</title><link>https://old.example/${id}-story/picture/</link><wp:post_id>${id}000</wp:post_id>
<wp:post_parent>${id}</wp:post_parent><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://old.example/wp-content/uploads/${id}.jpg</wp:attachment_url></item>`,
  )
  return `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><link>https://old.example</link>${items.join('\n')}</channel></rss>`
}

/** As an earlier import has left it, with a text of 4 KB. */
async function writeArticle(newsroom: string, id: number): Promise<void> {
  const folder = join(newsroom, 'articles', String(id % 10))
  await mkdir(folder, { recursive: true })
  const fields = `title: The story of harbour ${id}\nalias: x\npublishedAt: 2020-01-01\ncategory: city\naliases:\n  - /${id}-story/`
  await writeFile(join(folder, `${id}-story.md`), `---\n${fields}\n---\n\n${'Words of it. '.repeat(300)}\n`)
}
