import type { BreadcrumbList, ListItem, WithContext } from 'schema-dts'
import type { Links } from '#domain/links.ts'

/** Where a page stands, from the front page down; the page itself, the last, needs no address. */
export function breadcrumbList(
  steps: readonly { label: string; href?: string | undefined }[],
  links: Links,
): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, i): ListItem => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      ...(href !== undefined && { item: links.absolute(href) }),
    })),
  }
}
