import { cards } from './card.js'

export const readNext = (items) =>
  items.length > 0
    ? `<section>
  <h2>Read next</h2>
  ${cards(items)}
</section>`
    : ''
