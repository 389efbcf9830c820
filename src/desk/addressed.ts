import type { Addressed, AddressedList } from '#domain/addressed.ts'
import type { Language } from '#domain/languages.ts'
import { isAlias } from '#domain/alias.ts'
import type { Site } from '#domain/site.ts'
import { aliasesBySlug, indexTags } from '#domain/tags.ts'
import { aliasesOf, tagAliasesOf } from './aliases.ts'
import { articlePlace, shownIn } from './article-place.ts'
import { divide } from './held-back.ts'
import { authorsNamed, seriesNamed, tagsNamed } from './named.ts'
import type { NewsroomFiles } from './read-newsroom.ts'
import { isWithdrawnAt } from './released.ts'
import type { Source } from './source.ts'

/** What is published at a moment in a language and can have old addresses, by the files alone. */
export function addressedAt(files: NewsroomFiles, site: Site, at: Date, language: Language): Addressed {
  const { sources } = files
  const isShownHere = (source: Source) => shownIn(source, site).path === language.path
  const divided = divide(files, site, at)
  const entries = divided.entries
  const published = divided.published.filter(isShownHere)
  const listed = published.filter((source) => !isWithdrawnAt(source, { timeZone: site.timeZone, at }))
  const named = (namesOf: (source: Source) => unknown[]) => {
    const names = new Set(listed.flatMap(namesOf))
    return ({ slug }: Source) => names.has(slug)
  }
  return {
    articles: published.map((source) => ({
      ...addressedList(source),
      ...articlePlace(source),
    })),
    pages: sources.pages
      .filter((source) => source.data.draft !== true && isShownHere(source))
      .map(addressedList),
    // In a further language those alone that an article is in.
    category: sources.categories
      .filter(language.path === '' ? () => true : named(({ data }) => [data.category]))
      .map(addressedList),
    author: sources.authors
      .filter(named((source) => [source, ...(entries.get(source.file) ?? [])].flatMap(authorsNamed)))
      .map(addressedList),
    series: sources.series.filter(named(seriesNamed)).map(addressedList),
    tag: addressedTags(listed, files, site),
  }
}

function addressedTags(listed: readonly Source[], files: NewsroomFiles, { output }: Site): AddressedList[] {
  const written = Map.groupBy(tagAliasesOf(files), ({ path }) => String(path[0]))
  const aliases = aliasesBySlug(
    Object.fromEntries([...written].map(([tag, all]) => [tag, all.map(({ name }) => name).filter(isAlias)])),
  )
  const tags = [...indexTags(listed.map(tagsNamed), output.tagPagesFrom).bySlug.values()]
  return tags
    .filter(({ isUnlisted }) => !isUnlisted)
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, name }) => ({ slug, title: name, aliases: aliases.get(slug) }))
}

function addressedList(source: Source): AddressedList {
  const { title, name } = source.data
  return {
    slug: source.slug,
    title: String(title ?? name),
    aliases: aliasesOf(source)
      .map(({ name }) => name)
      .filter(isAlias),
  }
}
