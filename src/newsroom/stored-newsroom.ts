import { type CollectionEntry, getCollection } from 'astro:content'
import { bridge } from '#build/bridge.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { unpack } from '#desk/packed.ts'
import type { Collection } from '#desk/read-newsroom.ts'
import { readReadership } from '#desk/read-readership.ts'
import { contentOf } from '#desk/read-content-file.ts'
import type { ArticleEntry, Author, Category, Series, StaticPage } from '#domain/article.ts'
import { breakingSchema } from '#domain/breaking.ts'
import type { Newsroom } from '#domain/newsroom.ts'
import { tagsSchema } from '#domain/schema.ts'
import { bodyImage, withImage } from '#images/image-file.ts'
import { site } from '#site.ts'

/** The newsroom as the loaders have stored it. Of an entry that is as it was, all is the same object as before. */
export async function storedNewsroom(): Promise<Newsroom> {
  const folder = newsroomFolder()
  const [articles, authors, categories, series, pages, readership, tagAliases, breaking] = await Promise.all([
    entriesOf('articles'),
    entriesOf('authors'),
    entriesOf('categories'),
    entriesOf('series'),
    entriesOf('pages'),
    readReadership(folder),
    contentOf(folder, folder.tags, tagsSchema, 'a list of tags with their old addresses'),
    contentOf(folder, folder.breaking, breakingSchema(site.timeZone), 'a line of breaking news'),
  ])
  return {
    articles: articles.map(articleEntry),
    authors: authors.map(author),
    categories: categories.map(category),
    series: series.map(seriesOf),
    pages: pages.map(staticPage),
    readership,
    tagAliases,
    breaking,
  }
}

/** What the build says is stored; in development Astro's own, which it reads anew after each change. */
async function entriesOf<Name extends Collection>(name: Name): Promise<readonly CollectionEntry<Name>[]> {
  const stored = bridge().stored?.()
  // As the schemas of src/content.config.ts have made them.
  return stored ? (stored[name] as unknown as CollectionEntry<Name>[]) : getCollection(name)
}

const articleEntry = oncePerEntry<'articles', ArticleEntry>(
  ({ id, filePath = '', digest, data: { fields } }) => {
    const { frontMatter, words, comments, bodyImages, entries } = unpack(fields)
    return {
      slug: id,
      file: filePath,
      words,
      comments,
      frontMatter: { ...frontMatter, image: withImage(frontMatter.image) },
      bodyImages: bodyImages.map(bodyImage),
      entries: entries.map(({ frontMatter: { at, image, ...rest }, ...entry }) => ({
        ...entry,
        // The desk has written it into each.
        frontMatter: { ...rest, at: at as Date, image: withImage(image) },
        bodyImages: entry.bodyImages.map(bodyImage),
      })),
      digest: String(digest),
    }
  },
)

const author = oncePerEntry<'authors', Author>(({ id, data }) => ({
  slug: id,
  ...data,
  photo: withImage(data.photo),
}))

const category = oncePerEntry<'categories', Category>(({ id, data }) => ({ slug: id, ...data }))

const seriesOf = oncePerEntry<'series', Series>(({ id, data }) => ({
  slug: id,
  ...data,
  image: withImage(data.image),
}))

const staticPage = oncePerEntry<'pages', StaticPage>(
  ({ id, filePath = '', digest, data: { frontMatter, bodyImages } }) => ({
    slug: id,
    file: filePath,
    ...frontMatter,
    bodyImages: bodyImages.map(bodyImage),
    digest: String(digest),
  }),
)

function oncePerEntry<Name extends Collection, Made extends object>(
  make: (entry: CollectionEntry<Name>) => Made,
): (entry: CollectionEntry<Name>) => Made {
  const made = new WeakMap<CollectionEntry<Name>, Made>()
  return (entry) => {
    const known = made.get(entry) ?? make(entry)
    made.set(entry, known)
    return known
  }
}
