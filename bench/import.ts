import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measured } from './measured.ts'

const FOLDER = '.cache/bench/import'
const POSTS = 50_000
const WORDS = 'harbour council budget river market teacher island engine monsoon ledger ferry printer'.split(
  ' ',
)

/**
 * The import of a generated export, into an empty newsroom and once more: items a
 * second and the most memory that it took, for a tenth of the posts beside all,
 * as an import should take the same for any number. `--posts` says how many.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { posts: { type: 'string' } } })
  const posts = Number(values.posts ?? POSTS)
  if (!Number.isInteger(posts) || posts < 10) throw new Error('--posts takes a whole number, 10 or more')
  console.log('| run | items | MB read | seconds | of processor | items a second | peak memory, MiB |')
  console.log('|---|--:|--:|--:|--:|--:|--:|')
  const few = await measureRuns(Math.round(posts / 10))
  const many = await measureRuns(posts)
  const [first, second] = many.map((peak, i) => (peak / (few[i] ?? peak)).toFixed(2))
  console.log(
    `\nPeak with ten times as many items: ${first} times in the first run, ${second} in the second.`,
  )
}

/** @returns the peaks of the two runs, in MiB */
async function measureRuns(posts: number): Promise<number[]> {
  await rm(FOLDER, { recursive: true, force: true })
  const newsroom = join(FOLDER, 'newsroom')
  await mkdir(join(newsroom, 'src'), { recursive: true })
  await writeFile(
    join(newsroom, 'src/site.config.ts'),
    `export default { name: 'Bench', tagline: 'Bench', url: 'https://bench.example/' }`,
  )
  const file = join(FOLDER, 'export.xml')
  await writeExport(file, posts)
  const { size } = await stat(file)
  const peaks: number[] = []
  for (const name of ['first', 'second']) {
    const command = ['src/cli/news.ts', 'import', 'wordpress', file, '--no-check']
    const { seconds, processor, peak } = await measured(process.execPath, command, { NEWSROOM: newsroom })
    const figures = [size / 1e6, seconds, processor].map((figure) => figure.toFixed(1))
    console.log(`| ${[name, posts, ...figures, (posts / seconds).toFixed(0), peak.toFixed(0)].join(' | ')} |`)
    peaks.push(peak)
  }
  return peaks
}

/** A post has five paragraphs, a list, a link to an older post, two tags and two comments: 5 KB. */
async function writeExport(file: string, posts: number): Promise<void> {
  const stream = createWriteStream(file)
  stream.write(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Bench</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
`)
  for (let id = 1; id <= posts; id++) {
    if (!stream.write(item(id))) await once(stream, 'drain')
  }
  stream.end('</channel></rss>\n')
  await once(stream, 'finish')
}

function item(id: number): string {
  const at = new Date(Date.UTC(2005, 0, 1) + id * 3_000_000).toISOString().slice(0, 19).replace('T', ' ')
  const words = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => WORDS[(id + from + i * i) % WORDS.length]).join(' ')
  const paragraphs = [1, 2, 3, 4, 5].map(
    (n) => `<!-- wp:paragraph -->\n<p>${words(80, n)}, <em>${words(3, n)}</em>.</p>\n<!-- /wp:paragraph -->`,
  )
  const link = `<p>See <a href="https://old.example/${Math.max(1, id - 7)}-story/">${words(3, 0)}</a>.</p>`
  const list = `<!-- wp:list --><ul><li>${words(5, 1)}</li><li>${words(5, 2)}</li></ul><!-- /wp:list -->`
  const comments = [1, 2].map(
    (n) =>
      `<wp:comment><wp:comment_id>${id * 2 + n}</wp:comment_id><wp:comment_author>Reader</wp:comment_author><wp:comment_date_gmt>${at}</wp:comment_date_gmt><wp:comment_content><![CDATA[${words(20, n)}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>`,
  )
  return `<item><title>${words(6, 0)} ${id}</title><link>https://old.example/${id}-story/</link><dc:creator><![CDATA[writer-${id % 20}]]></dc:creator>
<content:encoded><![CDATA[${[...paragraphs, list, link].join('\n\n')}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${at}</wp:post_date><wp:post_date_gmt>${at}</wp:post_date_gmt><wp:post_name>${id}-story</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="section-${id % 8}"><![CDATA[Section ${id % 8}]]></category><category domain="post_tag" nicename="a"><![CDATA[${words(1, 0)}]]></category>${comments.join('')}</item>\n`
}
