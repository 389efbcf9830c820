import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const WORDS = 'harbour council budget river market teacher island engine monsoon ledger ferry printer'.split(
  ' ',
)

/** Writes a site of so many posts into a folder. @returns what an import is given, and its bytes */
export type OldSiteWriter = (folder: string, posts: number) => Promise<{ path: string; bytes: number }>

/** By the name of their system. A post has five paragraphs, a list and a link to an older post: 3 KB. */
export const OLD_SITES: Record<string, OldSiteWriter> = {
  wordpress: (folder, posts) => writePieces(folder, 'export.xml', wordPress(posts)),
  ghost: (folder, posts) => writePieces(folder, 'export.json', ghost(posts)),
  folder: async (folder, posts) => ({
    ...(await writePieces(folder, 'articles.jsonl', records(posts))),
    path: folder,
  }),
  markdown: async (folder, posts) => {
    const texts = join(folder, 'content/posts')
    await mkdir(texts, { recursive: true })
    await writeFile(join(folder, 'hugo.toml'), 'baseURL = "https://old.example/"\n')
    let bytes = 0
    for (let id = 1; id <= posts; id++) {
      const text = markdown(id)
      bytes += Buffer.byteLength(text)
      await writeFile(join(texts, `${id}-story.md`), text)
    }
    return { path: folder, bytes }
  },
}

async function writePieces(folder: string, name: string, pieces: Iterable<string>) {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  const stream = createWriteStream(path)
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
  return { path, bytes: stream.bytesWritten }
}

function words(id: number, count: number, from: number): string {
  return Array.from({ length: count }, (_, i) => WORDS[(id + from + i * i) % WORDS.length]).join(' ')
}

/** ISO 8601, in UTC. */
function momentOf(id: number): string {
  return new Date(Date.UTC(2005, 0, 1) + id * 3_000_000).toISOString()
}

function html(id: number): string {
  const paragraphs = [1, 2, 3, 4, 5].map((n) => `<p>${words(id, 80, n)}, <em>${words(id, 3, n)}</em>.</p>`)
  const link = `<p>See <a href="https://old.example/${Math.max(1, id - 7)}-story/">${words(id, 3, 0)}</a>.</p>`
  const list = `<ul><li>${words(id, 5, 1)}</li><li>${words(id, 5, 2)}</li></ul>`
  return [...paragraphs, list, link].join('\n\n')
}

function* wordPress(posts: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Bench</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
`
  for (let id = 1; id <= posts; id++) yield item(id)
  yield '</channel></rss>\n'
}

/** With two tags and two comments. */
function item(id: number): string {
  const at = momentOf(id).slice(0, 19).replace('T', ' ')
  const paragraphs = [1, 2, 3, 4, 5].map(
    (n) =>
      `<!-- wp:paragraph -->\n<p>${words(id, 80, n)}, <em>${words(id, 3, n)}</em>.</p>\n<!-- /wp:paragraph -->`,
  )
  const link = `<p>See <a href="https://old.example/${Math.max(1, id - 7)}-story/">${words(id, 3, 0)}</a>.</p>`
  const list = `<!-- wp:list --><ul><li>${words(id, 5, 1)}</li><li>${words(id, 5, 2)}</li></ul><!-- /wp:list -->`
  const comments = [1, 2].map(
    (n) =>
      `<wp:comment><wp:comment_id>${id * 2 + n}</wp:comment_id><wp:comment_author>Reader</wp:comment_author><wp:comment_date_gmt>${at}</wp:comment_date_gmt><wp:comment_content><![CDATA[${words(id, 20, n)}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>`,
  )
  return `<item><title>${words(id, 6, 0)} ${id}</title><link>https://old.example/${id}-story/</link><dc:creator><![CDATA[writer-${id % 20}]]></dc:creator>
<content:encoded><![CDATA[${[...paragraphs, list, link].join('\n\n')}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${at}</wp:post_date><wp:post_date_gmt>${at}</wp:post_date_gmt><wp:post_name>${id}-story</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="section-${id % 8}"><![CDATA[Section ${id % 8}]]></category><category domain="post_tag" nicename="a"><![CDATA[${words(id, 1, 0)}]]></category>${comments.join('')}</item>\n`
}

function* ghost(posts: number): Generator<string> {
  yield '{"db":[{"meta":{"version":"5.70.0"},"data":{"posts":[\n'
  for (let id = 1; id <= posts; id++) {
    const post = {
      ...{ id: `post-${id}`, title: `${words(id, 6, 0)} ${id}`, slug: `${id}-story`, html: html(id) },
      ...{ type: 'post', status: 'published', visibility: 'public', published_at: momentOf(id) },
    }
    yield `${JSON.stringify(post)}${id < posts ? ',' : ''}\n`
  }
  const some = (count: number, name: string) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${name}-${i}`,
      name: `${name} ${i}`,
      slug: `${name}-${i}`,
    }))
  yield `],"users":${JSON.stringify(some(20, 'writer'))},"tags":${JSON.stringify(some(8, 'section'))},"posts_tags":[\n`
  for (let id = 1; id <= posts; id++)
    yield `{"post_id":"post-${id}","tag_id":"section-${id % 8}","sort_order":0}${id < posts ? ',' : ''}\n`
  yield '],"posts_authors":[\n'
  for (let id = 1; id <= posts; id++)
    yield `{"post_id":"post-${id}","author_id":"writer-${id % 20}","sort_order":0}${id < posts ? ',' : ''}\n`
  yield ']}}]}\n'
}

function* records(posts: number): Generator<string> {
  for (let id = 1; id <= posts; id++) {
    const record = {
      ...{ id, title: `${words(id, 6, 0)} ${id}`, url: `/${id}-story/`, date: momentOf(id), html: html(id) },
      ...{ authors: `Writer ${id % 20}`, category: `Section ${id % 8}` },
    }
    yield `${JSON.stringify(record)}\n`
  }
}

function markdown(id: number): string {
  const front = `title: ${words(id, 6, 0)} ${id}\ndate: ${momentOf(id)}\nauthor: Writer ${id % 20}\ncategories: [Section ${id % 8}]`
  const paragraphs = [1, 2, 3, 4, 5].map((n) => `${words(id, 80, n)}, *${words(id, 3, n)}*.`)
  const link = `See [${words(id, 3, 0)}](https://old.example/posts/${Math.max(1, id - 7)}-story/).`
  return `---\n${front}\n---\n${[...paragraphs, `- ${words(id, 5, 1)}\n- ${words(id, 5, 2)}`, link].join('\n\n')}\n`
}
