import type { Article, StaticPage } from '#domain/article.ts'
import { languageMarks } from '#domain/language.ts'
import { dictionaryFor } from '#i18n/chrome.ts'
import type { RenderOptions } from '#markdown/render.ts'
import { site } from '#site.ts'

type Labels = Required<Pick<RenderOptions, 'labels' | 'marks'>>

/**
 * The labels that a body has on its page.
 * @param language of the labels, which on a page is that of the chrome
 * @returns the labels, and the marks by which assistive technology tells their language from the text's
 */
export function labelsIn(language: string, entry: Pick<Article | StaticPage, 'lang'>): Labels {
  const { linkToSection, gallery, enlarge, loadEmbed, embedNotice } = dictionaryFor(language)
  const { labels, marks } = plainLabelsIn(language, entry)
  const live = { gallery: { name: gallery, enlarge }, embed: { load: loadEmbed, notice: embedNotice } }
  return { labels: { ...labels, linkToSection, live }, marks }
}

/** The same for HTML that does nothing beyond showing the text, as in a feed. */
export function plainLabelsIn(
  language: string,
  { lang = site.articleLanguage }: Pick<Article | StaticPage, 'lang'>,
): Labels {
  const { footnotes, backToReference, table, credit } = dictionaryFor(language)
  return {
    labels: { footnotes, backToReference, table, credit },
    marks: { label: languageMarks(language, lang), text: languageMarks(lang, language) },
  }
}
