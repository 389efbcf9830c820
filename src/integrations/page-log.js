import { stripVTControlCharacters } from 'node:util'
import astroLog from 'astro/logger/node'

/** What a page took, which Astro adds to the line of whichever page it began last. */
const TIME = /^\s*\(\+[\d.]+m?s\)/
const PICTURE = /^\s*▶ /

/**
 * Astro's log, made for several pages at a time: each that is made has a line of its own, without its time.
 * Scaled pictures are not listed.
 * @param {object} [options]
 */
export default function pageLog(options) {
  const { write, ...rest } = astroLog(options)
  return {
    ...rest,
    /** @param {{ message: string, newLine: boolean }} event */
    write(event) {
      const text = stripVTControlCharacters(event.message)
      if (!TIME.test(text) && !PICTURE.test(text)) write({ ...event, newLine: true })
    },
  }
}
