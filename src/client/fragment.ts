import type {} from './trusted-types.ts'

const rules = { createHTML: (html: string) => html }
// As `trustedTypesPolicy` makes one: that would be a file of its own, which every page had to fetch, as the bundler shares it
// with scripts of few pages.
const policy = globalThis.trustedTypes?.createPolicy('fragment', rules) ?? rules

/** Puts the HTML of a file of this site in place of an element's content; rejects when it cannot be had. */
export async function fillFromFragment(element: Element, path: string): Promise<void> {
  const { origin, href } = new URL(path, document.baseURI)
  if (origin !== location.origin) throw new Error(`${href} is not of this site`)
  // Wherever the server sends the request on to, another site's answer is not taken.
  const response = await fetch(href, { mode: 'same-origin' })
  if (!response.ok) throw new Error(`${href} answers ${response.status}`)
  element.innerHTML = policy.createHTML(await response.text())
}
