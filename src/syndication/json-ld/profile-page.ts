import type { Person, ProfilePage, WithContext } from 'schema-dts'
import type { Author } from '#domain/article.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { outletId } from './organization.ts'

/**
 * Who an author is, as Google's documentation of profile pages wants it.
 * @param portrait a path from the host's root.
 */
export function profilePage(
  { name, slug, role, bio, links: accounts }: Author,
  portrait: string | undefined,
  site: Site,
  links: Links,
): WithContext<ProfilePage> {
  const url = links.absolute(links.author(slug))
  const sameAs = accounts.map((account) => account.url).filter((account) => /^https?:/.test(account))
  const person: Person = {
    '@type': 'Person',
    name,
    url,
    ...(role && { jobTitle: role }),
    ...(bio && { description: bio }),
    ...(portrait && { image: links.absolute(portrait) }),
    ...(sameAs.length > 0 && { sameAs }),
    worksFor: { '@id': outletId(links) },
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    inLanguage: site.locale,
    mainEntity: person,
  }
}
