import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import { isSameLanguage } from './language.ts'
import { type Language, languageFor, languagesOf, type Multilingual } from './languages.ts'
import type { Links } from './links.ts'
import { originalOf } from './translations.ts'

/** A page in one of the outlet's languages. */
export interface Version {
  language: Language
  /** From the host's root. */
  path: string
}

/** What is published in a language, and the addresses there. */
export interface InLanguage {
  language: Language
  links: Links
  edition: Edition
}

/** The path of a page in a language; undefined where there is none, or nothing on it. */
export type PageIn = (inLanguage: InLanguage) => string | undefined

/** The pages that an outlet may have in each of its languages. */
export const pageIn = {
  front: ({ links }) => links.front(),
  search: ({ links }) => links.search(),
  saved: ({ links }) => links.saved(),
  feeds: ({ links }) => links.feeds(),
  breaking: ({ links }) => links.breaking(),
  trending: ({ links }) => links.trending(),
  archive: ({ links }) => links.archive(),
  corrections: ({ links }) => links.corrections(),
} satisfies Record<string, PageIn>

/** The lists that may be there in each language, each by what tells it apart. */
export const listIn = {
  category:
    (slug: string): PageIn =>
    ({ edition, links }) =>
      edition.byCategory.has(slug) ? links.category(slug) : undefined,
  tag:
    (slug: string): PageIn =>
    ({ edition, links }) =>
      edition.byTag.has(slug) ? links.tag(slug) : undefined,
  author:
    (slug: string): PageIn =>
    ({ edition, links }) =>
      edition.byAuthor.has(slug) ? links.author(slug) : undefined,
  series:
    (slug: string): PageIn =>
    ({ edition, links }) =>
      edition.bySeries.has(slug) ? links.series(slug) : undefined,
  month:
    (month: string): PageIn =>
    ({ edition, links }) =>
      edition.byMonth.has(month) ? links.month(month) : undefined,
  year:
    (year: string): PageIn =>
    ({ edition, links }) =>
      edition.months.some((month) => month.startsWith(year)) ? links.year(year) : undefined,
  /** By the slug of the page that the others are translated from. */
  staticPage:
    (original: string): PageIn =>
    ({ edition, links }) => {
      const page = edition.pages.find((one) => originalOf(one) === original)
      return page && links.staticPage(page.slug)
    },
}

/**
 * A page in each language that has it, its own among them: none where it has nothing on it itself, or stands alone. So
 * each of these pages names the same others.
 */
export function versionsOf(all: readonly InLanguage[], own: Language, page: PageIn): Version[] {
  const versions = all.flatMap((inLanguage) => {
    const path = page(inLanguage)
    return path === undefined ? [] : [{ language: inLanguage.language, path }]
  })
  const isOwnAmong = versions.some(({ language }) => language.path === own.path)
  return isOwnAmong && versions.length > 1 ? versions : []
}

/** The translations of an article that stand in the chromes of their own languages. */
export function versionsOfArticle(
  { translations }: Pick<Article, 'translations'>,
  site: Multilingual,
  links: Links,
): Version[] {
  return languagesOf(site).flatMap((language) => {
    const translation = translations.find(
      ({ lang }) => isSameLanguage(lang, language.locale) && languageFor(lang, site).path === language.path,
    )
    return translation ? [{ language, path: links.article(translation) }] : []
  })
}
