import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where an article of a site and what is about it are found, by paths from the front page. */
interface ArticlePages {
  article: string
  section: string
  /** For the last word of its title. */
  search: string
}

/**
 * The newest article of a built site: benches take it, whatever outlet they find in the checkout.
 * @throws Error for a site without articles
 */
export function newestArticle(site: string): ArticlePages {
  const { home_page_url: home, items } = JSON.parse(readFileSync(join(site, 'feed.json'), 'utf8')) as {
    home_page_url: string
    items: { url: string; title: string }[]
  }
  const [newest] = items
  if (!newest) throw new Error('The outlet has published no article: there is nothing to measure.')
  const article = newest.url.slice(home.length)
  const section = article.slice(0, article.indexOf('/') + 1)
  const word = newest.title.match(/[\p{L}\p{N}]+/gu)?.at(-1) ?? ''
  return { article, section, search: `search/?q=${encodeURIComponent(word)}` }
}
