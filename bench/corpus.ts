import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { photographs, unique } from './photographs.ts'
import { type Random, randomFrom, zipf } from './random.ts'
import { staff, type Staff } from './staff.ts'
import { type Vocabulary, vocabularyFrom } from './vocabulary.ts'

export interface CorpusOptions {
  articles: number
  /** Another seed is another newsroom of the same kind. */
  seed?: number
}

/** The newest article's moment; each further one is about an hour and a half older. */
const NEWEST = Date.UTC(2025, 5, 30, 12)
const APART_MS = 90 * 60 * 1000
const BATCH = 200
const MADE_BY = ['corpus.ts', 'photographs.ts', 'random.ts', 'staff.ts', 'vocabulary.ts']

/**
 * A newsroom such as an outlet with years of archive has: 12 categories, 200
 * authors, 2,000 tags, articles of 800 to 1,200 words of a Zipf vocabulary
 * with links, headings and lists, a picture of its own on one in ten, one in
 * eight updated. Article number n is the same in a newsroom of any size, but for
 * its links to older ones. It is made once for its parameters and this code,
 * below `.cache/corpus/`.
 * @returns its folder
 */
export async function corpus({ articles, seed = 1 }: CorpusOptions): Promise<string> {
  const code = await Promise.all(MADE_BY.map((file) => readFile(join(import.meta.dirname, file))))
  const version = createHash('sha256').update(Buffer.concat(code)).digest('hex').slice(0, 8)
  const folder = resolve(`.cache/corpus/${articles}-${seed}-${version}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await write(unfinished, articles, seed)
  await rename(unfinished, folder)
  return folder
}

async function write(folder: string, articles: number, seed: number): Promise<void> {
  const vocabulary = vocabularyFrom(seed)
  const people = staff(seed, vocabulary)
  const pictures = await photographs(seed)
  await writeAll(folder, people.files)
  for (let start = 0; start < articles; start += BATCH) {
    const files: Record<string, string | Uint8Array> = {}
    for (let n = start; n < Math.min(start + BATCH, articles); n++) {
      const article = writeArticle(n, articles, seed, vocabulary, people)
      files[article.file] = article.text
      if (article.picture) files[article.picture] = unique(pictures[n % pictures.length] as Buffer, n)
    }
    await writeAll(folder, files)
  }
}

/** What is known of an article by its number alone, so that others can link to it. */
function plan(n: number, seed: number, vocabulary: Vocabulary, { categories }: Staff) {
  const random = randomFrom(seed, 2, n)
  const topic = random.below(categories.length)
  const title = sentence(random, vocabulary, topic, random.between(6, 11))
  const slug = `${title.toLowerCase().split(' ').slice(0, 5).join('-')}-${n}`
  const publishedAt = NEWEST - n * APART_MS - random.below(APART_MS)
  return { topic, title, slug, publishedAt, category: categories[topic] as string }
}

const tagRank = zipf(2000, 0.8, 3)
const authorRank = zipf(200, 0.5, 3)

function writeArticle(n: number, articles: number, seed: number, vocabulary: Vocabulary, people: Staff) {
  const { topic, title, slug, publishedAt, category } = plan(n, seed, vocabulary, people)
  const random = randomFrom(seed, 3, n)
  const iso = (at: number) => new Date(at).toISOString().slice(0, 16)
  const folder = `articles/${iso(publishedAt).slice(0, 7).replace('-', '/')}`
  const hasPicture = n % 10 === 3
  const tags = new Set<string>()
  const wanted = random.between(2, 5)
  // Half of the tags are those that the topic's articles share.
  while (tags.size < wanted) {
    const rank = tagRank(random)
    const own = random.next() < 0.5 ? rank - (rank % people.categories.length) + topic : rank
    tags.add(people.tags[own % people.tags.length] as string)
  }
  const authors = new Set([people.authors[authorRank(random)] as string])
  if (random.next() < 0.2) authors.add(people.authors[authorRank(random)] as string)
  const older = () => {
    const other = n + 1 + random.below(400)
    if (other >= articles) return `/${random.pick(people.categories)}/`
    const { category, slug } = plan(other, seed, vocabulary, people)
    return `/${category}/${slug}/`
  }
  const fields = [
    `title: "${title}"`,
    `description: "${sentence(random, vocabulary, topic, random.between(14, 24))}."`,
    `category: ${category}`,
    `authors: [${[...authors].join(', ')}]`,
    `publishedAt: ${iso(publishedAt)}`,
    ...(n % 8 === 5 ? [`updatedAt: ${iso(publishedAt + random.between(20, 2_000) * 60_000)}`] : []),
    `tags: [${[...tags].join(', ')}]`,
    ...(hasPicture
      ? [
          'image:',
          `  src: ./${slug}.jpg`,
          `  alt: "${sentence(random, vocabulary, topic, 8)}"`,
          `  caption: "${sentence(random, vocabulary, topic, 12)}."`,
          '  credit: Warta graphics',
        ]
      : []),
    ...(random.next() < 0.1 ? [`kind: ${random.pick(['opinion', 'analysis'])}`] : []),
  ]
  const text = `---\n${fields.join('\n')}\n---\n\n${body(random, vocabulary, topic, older)}`
  return { file: `${folder}/${slug}.md`, text, picture: hasPicture && `${folder}/${slug}.jpg` }
}

/** 800 to 1,200 words in all: paragraphs, a heading every four, now and then a list or a quotation, two to four links. */
function body(random: Random, vocabulary: Vocabulary, topic: number, older: () => string): string {
  // What headings, links and emphasis add stays below sixty words.
  let left = random.between(800, 1140)
  const links = random.between(2, 4)
  const blocks: string[] = []
  for (let i = 0; left > 0; i++) {
    if (i % 5 === 4) blocks.push(`## ${sentence(random, vocabulary, topic, random.between(3, 6))}`)
    const words = Math.min(left, random.between(40, 90))
    left -= words
    const kind = random.next()
    if (kind < 0.06) blocks.push(lines('- ', random, vocabulary, topic, words))
    else if (kind < 0.1) blocks.push(lines('> ', random, vocabulary, topic, words))
    else blocks.push(paragraph(random, vocabulary, topic, words, i > 0 && i <= links ? older() : undefined))
  }
  return `${blocks.join('\n\n')}\n`
}

function paragraph(
  random: Random,
  vocabulary: Vocabulary,
  topic: number,
  words: number,
  link: string | undefined,
): string {
  const sentences: string[] = []
  for (let left = words; left > 0;) {
    const length = Math.min(left, random.between(8, 22))
    left -= length
    sentences.push(`${sentence(random, vocabulary, topic, length)}.`)
  }
  if (link) sentences[0] = `[${sentence(random, vocabulary, topic, 4)}](${link}) ${sentences[0]}`
  if (random.next() < 0.2) sentences.push(`**${sentence(random, vocabulary, topic, 3)}**, *in short*.`)
  return sentences.join(' ')
}

function lines(mark: string, random: Random, vocabulary: Vocabulary, topic: number, words: number): string {
  const count = Math.max(1, Math.round(words / 14))
  return Array.from({ length: count }, () => `${mark}${sentence(random, vocabulary, topic, 14)}.`).join('\n')
}

function sentence(random: Random, vocabulary: Vocabulary, topic: number, words: number): string {
  const text = Array.from({ length: words }, () => vocabulary.word(random, topic)).join(' ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

async function writeAll(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  const folders = new Set(Object.keys(files).map((file) => dirname(join(folder, file))))
  for (const path of folders) await mkdir(path, { recursive: true })
  await Promise.all(Object.entries(files).map(([file, content]) => writeFile(join(folder, file), content)))
}
