import { cards } from '../_includes/card.js'
import { escape } from '../site.js'

export const data = {
  layout: 'page.11ty.js',
  pagination: { data: 'collections.lists', size: 1, alias: 'list' },
  permalink: ({ list }) => list.url,
}

const link = (rel, url, text) => (url ? `<a rel="${rel}" href="${url}">${text}</a>` : '')

export function render({ list: { title, items, newer, older } }) {
  return `<h1>${escape(title)}</h1>
${cards(items)}
<nav>${link('prev', newer, 'Newer')} ${link('next', older, 'Older')}</nav>`
}
