import { SITE } from '../site.js'

export const data = { permalink: '/sitemap.xml' }

const entry = (url, changed) =>
  `<url><loc>${SITE.url}${url}</loc><lastmod>${changed.toISOString()}</lastmod></url>`
const changedAt = ({ date, data }) => data.updated ?? date
const newestOf = (items) => new Date(Math.max(...items.map(changedAt)))

export function render({ collections: { newest, lists } }) {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entry('/', newestOf(newest))}
${newest.map((article) => entry(article.url, changedAt(article))).join('\n')}
${lists.map(({ url, items }) => entry(url, newestOf(items))).join('\n')}
</urlset>
`
}
