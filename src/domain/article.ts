import type { z } from 'astro/zod'
import type { Comment } from './comment.ts'
import type { Discussion } from './discussion.ts'
import type { BodyImage, ImageFile } from './image-file.ts'
import type { Live, WrittenEntry } from './live/live.ts'
import type { Correction, Unpublished } from './publication.ts'
import type { articleSchema, authorSchema, categorySchema, pageSchema, seriesSchema } from './schema.ts'

export type { BodyImage, ImageFile }

type ImageType = z.ZodType<ImageFile>
type FrontMatter = z.output<ReturnType<typeof articleSchema<ImageType>>>

/** One article as it lies in the newsroom: names of others not yet looked up. */
export interface ArticleEntry {
  slug: string
  /** Path of the file from the project's folder. */
  file: string
  frontMatter: FrontMatter
  /** Words in the body. */
  words: number
  /** Those that lie beside the article. */
  comments: Comment[]
  /** Images of the body, by the path that the Markdown gives. */
  bodyImages: BodyImage[]
  /** Those of live coverage, in any order. */
  entries: WrittenEntry[]
  /** Of all that the file holds, its body and its entries too. */
  digest: string
}

export interface Author extends z.output<ReturnType<typeof authorSchema<ImageType>>>, Worded {
  slug: string
}

export interface Category extends z.output<typeof categorySchema>, Worded {
  slug: string
}

export interface Series extends z.output<ReturnType<typeof seriesSchema<ImageType>>>, Worded {
  slug: string
}

/** What an outlet says in words of its own. */
interface Worded {
  /** BCP 47; absent for the language of the articles among which it stands. */
  lang?: string
}

/** An article's series, and its place there by the author's count. */
interface SeriesPart extends Series {
  part: number
}

export interface StaticPage extends z.output<typeof pageSchema> {
  slug: string
  file: string
  bodyImages: BodyImage[]
  digest: string
}

export interface Tag {
  slug: string
  name: string
  /** Whether it is too rare for a page of its own. */
  isUnlisted?: true
}

export interface Contributor {
  name: string
  role: FrontMatter['contributors'][number]['role']
  /** Set when the contributor is one of the outlet's authors. */
  author?: Author | undefined
}

export type Kind = FrontMatter['kind']

/** A published article with everything it names looked up. */
export interface Article {
  /** By which feed readers know it, where that is not its name. */
  id?: string | undefined
  slug: string
  file: string
  title: string
  description: string
  category: Category
  authors: Author[]
  publishedAt: Date
  updatedAt?: Date | undefined
  tags: Tag[]
  image?: FrontMatter['image']
  /** BCP 47 */
  lang: string
  /** Slug of the article that this one is translated from, published or not. */
  translationOf?: string | undefined
  /** The same in other languages, by language. */
  translations: Translation[]
  priority?: FrontMatter['priority']
  aliases: string[]
  discussion: Discussion
  /** Those that lie beside the article; its server may have more. */
  comments: Comment[]
  /** Set on live coverage. */
  live?: Live | undefined
  /** Whether advertising may stand beside it. */
  ads: boolean
  kind: Kind
  contributors: Contributor[]
  series?: SeriesPart | undefined
  /** Newest first. */
  corrections: Correction[]
  words: number
  bodyImages: BodyImage[]
  digest: string
  unpublished?: Unpublished | undefined
}

/** An article as another names it that tells the same in another language. */
type Translation = Pick<Article, 'slug' | 'title' | 'category' | 'lang'>

/** What is left of an article that the outlet has taken back: its address, with a notice. */
export interface WithdrawnArticle extends Pick<
  Article,
  'slug' | 'title' | 'category' | 'publishedAt' | 'lang' | 'aliases'
> {
  withdrawn: NonNullable<FrontMatter['withdrawn']>
}
