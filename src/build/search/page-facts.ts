import type { NumberedFacts } from '#build/analyse/facts.ts'
import type { Texts } from '#build/analyse/texts.ts'

/** An article's page, as far as it matters which index it belongs to and whether that is still true. */
export interface PageFacts {
  /** Below the site's base, as it is, not escaped. */
  path: string
  language: string
  /** ISO 8601 */
  published: string
  /** Of what is searched in it. */
  digest: string
}

/** Undefined for a page that search passes over. */
export function pageFacts(path: string, { searched }: NumberedFacts, texts: Texts): PageFacts | undefined {
  const [language, published, digest] = Array.from(searched, (number) => texts.at(number))
  if (language === undefined || published === undefined || digest === undefined) return undefined
  return { path, language, published, digest }
}

/** The pages among analysed files that search reads. */
export function searchedIn(
  analysed: ReadonlyMap<string, { facts: NumberedFacts }>,
  texts: Texts,
): PageFacts[] {
  return [...analysed].flatMap(([file, { facts }]) => {
    const path = pagePathOf(file)
    return (path !== undefined && pageFacts(path, facts, texts)) || []
  })
}

/** The path of a page below the site's base, by its file: empty for the front page; undefined for another file. */
export function pagePathOf(file: string): string | undefined {
  return /^(|.*\/)index\.html$/.exec(file)?.[1]
}

/** The file of a page, by its path below the site's base. */
export function fileOfPage(path: string): string {
  return `${path}index.html`
}

/** Whether a page is searched as it was. */
export function isSameFacts(one: PageFacts, other: PageFacts | undefined): boolean {
  return (['path', 'digest', 'published', 'language'] as const).every((key) => one[key] === other?.[key])
}
