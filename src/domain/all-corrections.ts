import type { Article } from './article.ts'
import type { Correction } from './publication.ts'
import { type Summary, summaryOf } from './summary.ts'

/** A correction beside the article that it mends. */
export interface CorrectedArticle {
  article: Summary
  correction: Correction
}

/** Every correction of these articles, newest first; of the same moment, in the order of the articles. */
export function allCorrections(articles: readonly Article[]): CorrectedArticle[] {
  return articles
    .flatMap((article) =>
      article.corrections.map((correction) => ({ article: summaryOf(article), correction })),
    )
    .sort((a, b) => b.correction.at.getTime() - a.correction.at.getTime())
}
