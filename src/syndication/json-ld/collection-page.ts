import type { CollectionPage, ItemList, ListItem, WithContext } from 'schema-dts'
import type { Article } from '#domain/article.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { outletId } from './organization.ts'

/** What a list needs of an article. */
export type ListedArticle = Pick<Article, 'title' | 'slug' | 'category' | 'lang'>

export interface ListedPage {
  title: string
  description: string
  /** From the host's root. */
  path: string
  /** In the order of the page. */
  articles: readonly ListedArticle[]
}

/** A page that lists articles. */
export function collectionPage(
  { title, description, path, articles }: ListedPage,
  site: Site,
  links: Links,
): WithContext<CollectionPage> {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: title,
    description,
    url: links.absolute(path),
    inLanguage: site.locale,
    publisher: { '@id': outletId(links) },
    mainEntity: itemList(articles, links),
  }
}

function itemList(articles: readonly ListedArticle[], links: Links): ItemList {
  return {
    '@type': 'ItemList',
    numberOfItems: articles.length,
    itemListElement: articles.map((article, i): ListItem => ({
      '@type': 'ListItem',
      position: i + 1,
      url: links.absolute(links.article(article)),
      name: article.title,
    })),
  }
}
