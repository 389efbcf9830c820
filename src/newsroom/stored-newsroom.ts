import { getCollection } from 'astro:content'
import { newsroomFolder } from '#desk/folder.ts'
import { unpack } from '#desk/packed.ts'
import { readReadership } from '#desk/read-readership.ts'
import { readTagAliases } from '#desk/read-tags.ts'
import type { Newsroom } from '#domain/newsroom.ts'
import { bodyImage, withImage } from '#images/image-file.ts'

/** The newsroom as the loaders have put it into Astro's content store. */
export async function storedNewsroom(): Promise<Newsroom> {
  const [articles, authors, categories, series, pages, readership, tagAliases] = await Promise.all([
    getCollection('articles'),
    getCollection('authors'),
    getCollection('categories'),
    getCollection('series'),
    getCollection('pages'),
    readReadership(newsroomFolder()),
    readTagAliases(newsroomFolder()),
  ])
  return {
    articles: articles.map(({ id, filePath = '', digest, data: { fields } }) => {
      const { frontMatter, words, comments, bodyImages } = unpack(fields)
      return {
        slug: id,
        file: filePath,
        words,
        comments,
        frontMatter: { ...frontMatter, image: withImage(frontMatter.image) },
        bodyImages: bodyImages.map(bodyImage),
        digest: String(digest),
      }
    }),
    authors: authors.map(({ id, data }) => ({ slug: id, ...data, photo: withImage(data.photo) })),
    categories: categories.map(({ id, data }) => ({ slug: id, ...data })),
    series: series.map(({ id, data }) => ({ slug: id, ...data, image: withImage(data.image) })),
    pages: pages.map(({ id, filePath = '', digest, data: { frontMatter, bodyImages } }) => ({
      slug: id,
      file: filePath,
      ...frontMatter,
      bodyImages: bodyImages.map(bodyImage),
      digest: String(digest),
    })),
    readership,
    tagAliases,
  }
}
