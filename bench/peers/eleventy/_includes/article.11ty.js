import { escape, nameOf, slugOf, time } from '../site.js'
import { readNext } from './read-next.js'

export const data = { layout: 'page.11ty.js' }

const figure = ({ src, alt, caption, credit }) => `<figure>
    <img src="${src}" alt="${escape(alt)}" width="1200" height="800">
    <figcaption>${escape(caption)} ${escape(credit)}</figcaption>
  </figure>`

const neighbour = (rel, article) =>
  article ? `<a rel="${rel}" href="${article.url}">${escape(article.data.title)}</a>` : ''

export function render({ title, description, authors, tags, image, page, content, collections }) {
  const { newer, older } = collections.neighbours.get(page.url)
  return `<article data-pagefind-body>
  <h1>${escape(title)}</h1>
  <p>${escape(description)}</p>
  <p>
    ${authors.map((slug) => `<a href="/author/${slug}/" rel="author">${nameOf(slug)}</a>`).join(' ')}
    ${time(page.date)}
  </p>
  ${image ? figure(image) : ''}
  ${content}
  <ul>${tags.map((tag) => `<li><a href="/tag/${slugOf(tag)}/">${escape(tag)}</a></li>`).join('')}</ul>
  ${neighbour('next', newer)}
  ${neighbour('prev', older)}
</article>
${readNext(collections.related.get(page.url))}`
}
