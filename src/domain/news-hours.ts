/** Hours for which an article is in the news sitemap, by Google's rule. */
export const NEWS_HOURS = 48
