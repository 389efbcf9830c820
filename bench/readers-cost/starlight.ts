import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { linkPeers } from '../peer-packages.ts'
import { measuredTree } from '../measured-tree.ts'
import { type CorpusArticle, corpusArticles } from '../publish/corpus-articles.ts'
import { writeBelow } from '../publish/peer.ts'

/**
 * The articles in Starlight as it comes, with its own search; config in
 * `bench/peers/starlight`. It has no by-lines and no lead pictures: they stand first in the text,
 * the picture beside it, so that the theme scales it.
 */
export async function makeStarlight(newsroom: string, folder: string): Promise<string> {
  const site = join(folder, 'starlight')
  await rm(site, { recursive: true, force: true })
  await cp(join(import.meta.dirname, '../peers/starlight'), site, { recursive: true })
  await linkPeers(site)
  for await (const article of corpusArticles(newsroom)) {
    const file = join('src/content/docs', article.category, article.slug)
    await writeBelow(site, `${file}.md`, pageOf(article))
    if (article.picture) await writeBelow(site, `${file}.jpg`, article.picture)
  }
  await measuredTree('npx', ['astro', 'build'], { cwd: site, env: { ASTRO_TELEMETRY_DISABLED: '1' } })
  return join(site, 'dist')
}

function pageOf({ slug, text, picture }: CorpusArticle): string {
  const [, front = '', body = ''] = text.split(/^---\n/m)
  const field = (name: string) => new RegExp(`^ *${name}: (.*)`, 'm').exec(front)?.[1] ?? ''
  const byline = `${field('authors').replace(/[[\]]/g, '')}, ${field('publishedAt').slice(0, 10)}`
  const image = `![${field('alt').replaceAll('"', '')}](./${slug}.jpg)\n\n`
  const head = `---\ntitle: ${field('title')}\ndescription: ${field('description')}\n---\n\n`
  return `${head}${byline}\n\n${picture ? image : ''}${body.trimStart()}`
}
