import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { measuredTree } from '../measured-tree.ts'
import { editCorpus } from './edits.ts'
import type { Tool } from './tool.ts'

/** Hugo of the path, with Pagefind over what it makes; templates in `bench/peers/hugo`. */
export function hugo(corpus: string, folder: string): Tool {
  const site = join(folder, 'hugo')
  const output = join(site, 'public')
  return {
    name: 'Hugo, Pagefind',
    async prepare() {
      await rm(site, { recursive: true, force: true })
      await cp(join(import.meta.dirname, '../peers/hugo'), site, { recursive: true })
      await copyArticles(join(corpus, 'articles'), site)
    },
    async before(scenario, run) {
      if (scenario === 'full') {
        for (const name of ['public', 'resources'])
          await rm(join(site, name), { recursive: true, force: true })
      } else if (scenario === 'template-change') {
        const template = join(site, 'layouts/partials/related.html')
        const text = await readFile(template, 'utf8')
        await writeFile(template, text.replace(/<section( data-run="\d")?/, `<section data-run="${run}"`))
      } else if (scenario !== 'nothing') {
        await editCorpus(join(site, 'content'), scenario, run)
      }
    },
    async build() {
      const pages = await measuredTree('hugo', ['--quiet', '--source', site])
      // As it leaves what is gone by itself.
      await rm(join(output, 'pagefind'), { recursive: true, force: true })
      const search = await measuredTree('npx', ['pagefind', '--site', output, '--silent'])
      return {
        pages: pages.seconds,
        search: search.seconds,
        peak: Math.max(pages.peak, search.peak),
        written: pages.written + search.written,
      }
    },
  }
}

/** As Hugo likes them: a folder for each section, dates by its names, pictures among the static files. */
async function copyArticles(articles: string, site: string): Promise<void> {
  for (const file of await readdir(articles, { recursive: true })) {
    const source = join(articles, file)
    if (file.endsWith('.jpg')) {
      await put(join(site, 'static/pictures', basename(file)), await readFile(source))
    } else if (file.endsWith('.md')) {
      const text = await readFile(source, 'utf8')
      const category = /^category: (.*)/m.exec(text)?.[1] ?? ''
      const written = text
        .replace(/^publishedAt: (.*)/m, 'date: $1:00Z')
        .replace(/^updatedAt: (.*)/m, 'lastmod: $1:00Z')
        .replace(/^ {2}src: \.\//m, '  src: /pictures/')
      await put(join(site, 'content', category, basename(file)), written)
    }
  }
}

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
