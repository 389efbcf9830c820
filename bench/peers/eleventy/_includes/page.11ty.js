import { escape, SITE } from '../site.js'

const links = (sections) =>
  `<ul>${sections.map(({ url, title }) => `<li><a href="${url}">${title}</a></li>`).join('\n')}</ul>`

export function render({ title, description = SITE.title, list, page, content, collections }) {
  const heading = escape(list?.title ?? title)
  const url = SITE.url + page.url
  const feed = collections.feeds.some((feed) => feed.url === page.url)
    ? `<link rel="alternate" type="application/rss+xml" href="${url}rss.xml">`
    : ''
  return `<!doctype html>
<html lang="${SITE.lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${heading} - ${SITE.title}</title>
    <meta name="description" content="${escape(description)}">
    <link rel="canonical" href="${url}">
    ${feed}
  </head>
  <body>
    <header>
      <a href="/">${SITE.title}</a>
      <nav>${links(collections.sections)}</nav>
    </header>
    <main>${content}</main>
    <footer>${links(collections.sections)}</footer>
  </body>
</html>
`
}
