import type { Category } from '#domain/article.ts'
import type { Links } from '#domain/links.ts'
import type { Chrome } from '#i18n/chrome.ts'

export interface MenuItem {
  label: string
  href: string
  /** BCP 47, of the label, where it is not of the chrome. */
  lang?: string
}

/** The sections in the outlet's menu: by the names that their files give them, other links as the config writes them. */
export function sectionItems(
  categories: readonly Category[],
  { language, links, site, marksOfWord }: Chrome,
): MenuItem[] {
  const { lang } = marksOfWord('menu')
  return site.menu.flatMap((item) => {
    if (typeof item !== 'string') return [written(item, links, lang)]
    const category = categories.find(({ slug }) => slug === item)
    // A section has a page in a further language as soon as an article has.
    if (!category && language.path !== '') return []
    return {
      label: category?.name ?? item,
      href: links.category(item),
      lang: category?.lang ?? site.articleLanguage,
    }
  })
}

/** The row under the outlet's name: the front page and the sections. */
export function mainItems(categories: readonly Category[], chrome: Chrome): MenuItem[] {
  return [{ href: chrome.links.front(), label: chrome.t.home }, ...sectionItems(categories, chrome)]
}

/** The links of the pages' foot: the config's, and the corrections, which no outlet can leave out. */
export function footerItems({ links, site, t, marksOfWord }: Chrome): MenuItem[] {
  const { lang } = marksOfWord('footerLinks')
  const own = site.footerLinks.map((item) => written(item, links, lang))
  return [...own, { label: t.corrections, href: links.corrections() }]
}

/** The menu that opens, with all that a page leads to. */
export function menuItems(categories: readonly Category[], chrome: Chrome): MenuItem[] {
  const saved = { label: chrome.t.savedTitle, href: chrome.links.saved() }
  return [...mainItems(categories, chrome), saved, ...footerItems(chrome)]
}

/** How a menu marks a link on the page at `path`: `page` for the page itself, `true` for the section that it lies in. */
export function currentOf(href: string, path: string, { links }: Chrome): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return href !== links.front() && path.startsWith(href) ? 'true' : undefined
}

/** A key that is the same for pages whose menus mark the same links. */
export function markedIn(categories: readonly Category[], path: string, chrome: Chrome): string {
  return menuItems(categories, chrome)
    .map(({ href }) => currentOf(href, path, chrome) ?? '')
    .join()
}

function written({ label, href }: MenuItem, links: Links, lang: string | undefined): MenuItem {
  return { label, href: links.written(href), ...(lang !== undefined && { lang }) }
}
