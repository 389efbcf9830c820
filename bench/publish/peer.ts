import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { measuredTree } from '../measured-tree.ts'
import { corpusArticles } from './corpus-articles.ts'
import { editCorpus } from './edits.ts'
import type { Tool } from './tool.ts'

/** The differences between other site generators. */
export interface PeerOptions {
  name: string
  /** Folder of its templates in `bench/peers`, and of its site beside the others'. */
  folder: string
  /** Folders of the site, of which `content` has its articles. */
  pictures: string
  output: string
  /** What its builds leave for the next one, beside the output. */
  caches: string[]
  /** The template that shows related articles, with a `<section>` in it. */
  related: string
  /** An article of the corpus with the front matter that it wants. */
  article: (text: string) => string
  /** Files that it needs beside, by their paths, of the texts of all articles. */
  files?: (articles: readonly string[]) => Record<string, string>
  /** Run in the site's folder. */
  command: [program: string, ...args: string[]]
}

/** A site generator that renders all pages each time, with Pagefind over its output. */
export function peer(options: PeerOptions, corpus: string, folder: string): Tool {
  const site = join(folder, options.folder)
  const output = join(site, options.output)
  return {
    name: options.name,
    output,
    async prepare() {
      await rm(site, { recursive: true, force: true })
      await cp(join(import.meta.dirname, '../peers', options.folder), site, { recursive: true })
      await copyArticles(corpus, site, options)
    },
    async before(scenario, run) {
      if (scenario === 'full') {
        for (const name of [options.output, ...options.caches])
          await rm(join(site, name), { recursive: true, force: true })
      } else if (scenario === 'template-change') {
        const template = join(site, options.related)
        const text = await readFile(template, 'utf8')
        await writeFile(template, text.replace(/<section( data-run="\d")?/, `<section data-run="${run}"`))
      } else if (scenario !== 'nothing') {
        await editCorpus(join(site, 'content'), scenario, run)
      }
    },
    async build() {
      const [program, ...args] = options.command
      const pages = await measuredTree(program, args, { cwd: site })
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

/** A folder for each section, pictures among the files that are published as they are. */
async function copyArticles(
  newsroom: string,
  site: string,
  { pictures, article, files }: PeerOptions,
): Promise<void> {
  const texts: string[] = []
  for await (const { category, slug, text, picture } of corpusArticles(newsroom)) {
    const written = article(text.replace(/^ {2}src: \.\//m, '  src: /pictures/'))
    await writeBelow(site, join('content', category, `${slug}.md`), written)
    if (picture) await writeBelow(site, join(pictures, `${slug}.jpg`), picture)
    texts.push(text)
  }
  for (const [path, text] of Object.entries(files?.(texts) ?? {})) await writeBelow(site, path, text)
}

export async function writeBelow(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
