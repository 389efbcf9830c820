import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { MovedNewsroom } from '../../tests/support/moving-in.ts'

const DEEP = '<div>'.repeat(2000)
const escaped = DEEP.replaceAll('<', '&lt;')
const SOUND = { 'articles.json': '[{"title":"A","html":"<p>a</p>"}]' }

test.each<[string, string, Record<string, string>]>([
  [
    'a file whose front matter is broken',
    'markdown',
    { 'hugo.toml': '', 'content/posts/a.md': '---\ntitle: "A\n---\n' },
  ],
  [
    'a file larger than any article',
    'markdown',
    { 'hugo.toml': '', 'content/posts/a.md': 'x'.repeat(600_000) },
  ],
  ['a record with a fault', 'folder', { 'articles.json': '[{"title":"A","date":"yesterday"}]' }],
  [
    'a post of Ghost’s that is nested too deep',
    'ghost',
    { 'x.json': JSON.stringify({ data: { posts: [{ id: 1, title: 'A', slug: 'a', html: DEEP }] } }) },
  ],
  [
    'one of Blogger’s',
    'blogger',
    {
      'x.atom': `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><entry><id>post-1</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>A</title><content>${escaped}</content></entry></feed>`,
    },
  ],
  [
    'one of WordPress’s',
    'wordpress',
    {
      'x.xml': `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>A</title><content:encoded>${escaped}</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
    },
  ],
])('an import that leaves out %s says so last, and its exit code tells', async (_case, system, files) => {
  const newsroom = await MovedNewsroom.start('import-failed', [])
  const at = join(newsroom.root, '../old')
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(at, name)), { recursive: true })
    await writeFile(join(at, name), text)
  }
  const [only = ''] = Object.keys(files)
  const source = ['markdown', 'folder'].includes(system) ? at : join(at, only)
  const failed = await newsroom.import(system, source, '--dry-run').catch((error) => error)
  expect(failed).toMatchObject({ code: 1 })
  const lines = failed.stdout.trimEnd().split('\n')
  expect(lines.filter((line: string) => line.startsWith('failed '))).toHaveLength(1)
  expect(lines.at(-1)).toMatch(/^Not all was imported: 1 × \w+ failed, as told above\./)
})

test('an import of all says no such thing', async () => {
  const newsroom = await MovedNewsroom.start('import-whole', [])
  const at = join(newsroom.root, '../old')
  await mkdir(at)
  for (const [name, text] of Object.entries(SOUND)) await writeFile(join(at, name), text)
  const said = await newsroom.import('folder', at)
  expect(said).toContain('Failed: nothing')
  expect(said.trimEnd().split('\n').at(-1)).toBe('A build would go through.')
})
