import { cards } from '../_includes/card.js'
import { SITE } from '../site.js'

export const data = { layout: 'page.11ty.js', permalink: '/', title: SITE.title }

export function render({ collections: { newest, sections } }) {
  const parts = sections.map(
    ({ url, title, items }) => `<section>
  <h2><a href="${url}">${title}</a></h2>
  ${cards(items.slice(0, 4))}
</section>`,
  )
  return `<h1>${SITE.title}</h1>
${cards(newest.slice(0, 10))}
${parts.join('\n')}`
}
