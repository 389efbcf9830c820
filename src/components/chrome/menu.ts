import type { Category } from '#domain/article.ts'
import { t } from '#i18n/chrome.ts'
import { links, site } from '#site.ts'

export interface MenuItem {
  label: string
  href: string
}

/** The outlet's menu: sections by the names that their files give them, other links as the config writes them. */
export function menuItems(categories: readonly Category[]): MenuItem[] {
  return site.menu.map((item) =>
    typeof item === 'string'
      ? { label: categories.find(({ slug }) => slug === item)?.name ?? item, href: links.category(item) }
      : written(item),
  )
}

/** The links of the pages' foot: the config's, and the corrections, which no outlet can leave out. */
export function footerItems(): MenuItem[] {
  return [...site.footerLinks.map(written), { label: t.corrections, href: links.corrections() }]
}

function written({ label, href }: MenuItem): MenuItem {
  return { label, href: links.written(href) }
}
