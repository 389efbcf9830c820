import type { SearchAction, WebSite, WithActionConstraints, WithContext } from 'schema-dts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { outletId } from './organization.ts'

/** The site, with the address at which it is searched. */
export function webSite(site: Site, links: Links): WithContext<WebSite> {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${links.absolute(links.search())}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    description: site.tagline,
    url: links.absolute(links.front()),
    inLanguage: site.locale,
    publisher: { '@id': outletId(links) },
    potentialAction: search,
  }
}
