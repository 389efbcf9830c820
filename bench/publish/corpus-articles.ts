import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** An article of the corpus as another generator is given it. */
export interface CorpusArticle {
  category: string
  slug: string
  /** Front matter and body, as the corpus has them. */
  text: string
  /** Of its picture, a JPEG. */
  picture?: Buffer
}

/** All articles of a newsroom that `corpus` has made, in the order of their files. */
export async function* corpusArticles(newsroom: string): AsyncGenerator<CorpusArticle> {
  const folder = join(newsroom, 'articles')
  const files = await readdir(folder, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.md')).sort()) {
    const text = await readFile(join(folder, file), 'utf8')
    const category = /^category: (.*)/m.exec(text)?.[1] ?? ''
    const picture = /^image:$/m.test(text) && (await readFile(join(folder, file.replace(/\.md$/, '.jpg'))))
    yield { category, slug: basename(file, '.md'), text, ...(picture && { picture }) }
  }
}
