import { capital, escape, time } from '../site.js'

export function card({ url, date, data: { title, description, category, image } }) {
  const picture = image
    ? `<img src="${image.src}" alt="${escape(image.alt)}" loading="lazy" width="1200" height="800">`
    : ''
  return `<article>
  ${picture}
  <p><a href="/${category}/">${capital(category)}</a></p>
  <h3><a href="${url}">${escape(title)}</a></h3>
  <p>${escape(description)}</p>
  ${time(date)}
</article>`
}

export const cards = (items) => `<ul>${items.map((item) => `<li>${card(item)}</li>`).join('\n')}</ul>`
