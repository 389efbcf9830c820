import type { NewsMediaOrganization, WithContext } from 'schema-dts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'

type Outlet = Exclude<NewsMediaOrganization, string>

/** The outlet as other things name it. */
export function outlet(site: Site, links: Links): Outlet {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': outletId(links),
    name: site.name,
    url: links.absolute(links.root()),
    logo: { '@type': 'ImageObject', url: links.absolute(links.publicFile(site.publisher.logo)) },
  }
}

/** The full description of the outlet, for its front page. */
export function organization(site: Site, links: Links): WithContext<Outlet> {
  const accounts = site.socials.map(({ url }) => url)
  return {
    '@context': 'https://schema.org',
    ...outlet(site, links),
    description: site.tagline,
    correctionsPolicy: links.absolute(links.corrections()),
    ...(site.publisher.name && { legalName: site.publisher.name }),
    ...(accounts.length > 0 && { sameAs: accounts }),
  }
}

/** How the things of one site name its outlet. */
export function outletId(links: Links): string {
  return `${links.absolute(links.root())}#outlet`
}
