import { trustedTypesPolicy } from '#client/trusted-types.ts'

/** For documents that are never shown. */
const policy = trustedTypesPolicy('inert', { createHTML: (html) => html })
const BLOCKS = 'p, li, pre, blockquote, h1, h2, h3, h4, h5, h6, tr'

/**
 * The text of HTML that is not trusted, its paragraphs as blank lines. It is
 * parsed in a document that runs and loads nothing, and no element of it is kept.
 */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(policy.createHTML(html), 'text/html')
  for (const element of body.querySelectorAll('script, style, template')) element.remove()
  for (const element of body.querySelectorAll('br')) element.replaceWith('\n')
  for (const element of body.querySelectorAll(BLOCKS)) element.append('\n\n')
  return (body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim()
}
