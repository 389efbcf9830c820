import { isLanguage, isSameLanguage } from '#domain/language.ts'
import { nearest } from '#domain/nearest.ts'
import type { Site } from '#domain/site.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** A translation names the original, which is another article, or another page, in another language; no language has two. */
export function checkTranslations({ sources }: NewsroomFiles, site: Site): Problem[] {
  return [...faultsAmong(sources.articles, 'article', site), ...faultsAmong(sources.pages, 'page', site)]
}

function faultsAmong(sources: readonly Source[], what: 'article' | 'page', site: Site): Problem[] {
  const known = new Map(sources.map((source) => [source.slug, source]))
  const translations = sources.filter(({ data }) => typeof data.translationOf === 'string')
  const languageOf = ({ data }: Source) => (isTag(data.lang) ? data.lang : site.articleLanguage)
  const first = new Map<string, Source>()

  return translations.flatMap((source) => {
    const slug = String(source.data.translationOf)
    const complain = (message: string) => [
      { file: source.file, ...source.placeOf(['translationOf']), message },
    ]
    const original = known.get(slug)
    if (!original) {
      const near = nearest(slug, [...known.keys()])
      return complain(
        `the ${what} "${slug}" is not known.${near ? ` Did you mean "${near}"?` : ''} Write the name of the original's file, without its ending.`,
      )
    }
    if (original === source)
      return complain(
        `${what === 'article' ? 'an article' : 'a page'} is no translation of itself. Take the line out.`,
      )
    const { translationOf } = original.data
    if (typeof translationOf === 'string') {
      return complain(`"${slug}" is a translation itself. Name its original: ${translationOf}.`)
    }
    const language = languageOf(source)
    if (isSameLanguage(language, languageOf(original))) {
      return complain(
        `"${slug}" is in ${language} too. Say in "lang" which language this ${what} is in, or take the line out.`,
      )
    }
    const key = `${slug} ${new Intl.Locale(language).language}`
    const other = first.get(key)
    if (other)
      return complain(`${other.file} is the translation into ${language} already. Keep one of the two.`)
    first.set(key, source)
    return []
  })
}

function isTag(value: unknown): value is string {
  return typeof value === 'string' && isLanguage(value)
}
