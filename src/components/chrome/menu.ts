import type { Category } from '#domain/article.ts'
import { t } from '#i18n/chrome.ts'
import { links, site } from '#site.ts'

export interface MenuItem {
  label: string
  href: string
  /** BCP 47, of the label, where it is not of the chrome. */
  lang?: string
}

/** The sections in the outlet's menu: by the names that their files give them, other links as the config writes them. */
export function sectionItems(categories: readonly Category[]): MenuItem[] {
  return site.menu.map((item) =>
    typeof item === 'string'
      ? {
          label: categories.find(({ slug }) => slug === item)?.name ?? item,
          href: links.category(item),
          lang: site.articleLanguage,
        }
      : written(item),
  )
}

/** The row under the outlet's name: the front page and the sections. */
export function mainItems(categories: readonly Category[]): MenuItem[] {
  return [{ href: links.front(), label: t.home }, ...sectionItems(categories)]
}

/** The links of the pages' foot: the config's, and the corrections, which no outlet can leave out. */
export function footerItems(): MenuItem[] {
  return [...site.footerLinks.map(written), { label: t.corrections, href: links.corrections() }]
}

/** The menu that opens, with all that a page leads to. */
export function menuItems(categories: readonly Category[]): MenuItem[] {
  return [...mainItems(categories), { label: t.savedTitle, href: links.saved() }, ...footerItems()]
}

/** How a menu marks a link on the page at `path`: `page` for the page itself, `true` for the section that it lies in. */
export function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return href !== links.front() && path.startsWith(href) ? 'true' : undefined
}

/** A key that is the same for pages whose menus mark the same links. */
export function markedIn(categories: readonly Category[], path: string): string {
  return menuItems(categories)
    .map(({ href }) => currentOf(href, path) ?? '')
    .join()
}

function written({ label, href }: MenuItem): MenuItem {
  return { label, href: links.written(href) }
}
