import { trustedTypesPolicy } from './trusted-types.ts'

const policy = trustedTypesPolicy('fragment', { createHTML: (html) => html })

/** Puts the HTML of a file of this site in place of an element's content; rejects when it cannot be had. */
export async function fillFromFragment(element: Element, path: string): Promise<void> {
  const { origin, href } = new URL(path, document.baseURI)
  if (origin !== location.origin) throw new Error(`${href} is not of this site`)
  // Wherever the server sends the request on to, another site's answer is not taken.
  const response = await fetch(href, { mode: 'same-origin' })
  if (!response.ok) throw new Error(`${href} answers ${response.status}`)
  element.innerHTML = policy.createHTML(await response.text())
}
