import { stripVTControlCharacters } from 'node:util'
import astroLog from 'astro/logger/node'

/** What a page took, which Astro adds to the line of whichever page it began last. */
const TIME = /^\s*\(\+[\d.]+m?s\)/
const PICTURE = /^\s*▶ /
const PAGE = /^\s*├─ /
/** What Astro says of a collection at each page: an outlet without a series, or without a page, lacks nothing. */
const EMPTY_COLLECTION = /^The collection "\w+" does not exist or is empty/
/** How many pages have a line of their own; of more, every thousandth has. */
const MOST_PAGES = 1000

/**
 * Astro's log, made for several pages at a time: each that is made has a line of its own, without its time.
 * Where they are many, most have none: the log of an archive would have some 40,000 lines.
 * Scaled pictures are not listed.
 * @param {object} [options]
 */
export default function pageLog(options) {
  const { write, ...rest } = astroLog(options)
  let pages = 0
  return {
    ...rest,
    /** @param {{ message: string, newLine: boolean }} event */
    write(event) {
      const text = stripVTControlCharacters(event.message)
      if (TIME.test(text) || PICTURE.test(text) || EMPTY_COLLECTION.test(text)) return
      if (!PAGE.test(text)) write({ ...event, newLine: true })
      else if (++pages <= MOST_PAGES) write({ ...event, newLine: true })
      else if (pages % 1000 === 0)
        write({ ...event, message: `${event.message}, the ${pages}th`, newLine: true })
    },
  }
}
