import { fitsFileName } from './file-name.ts'

/**
 * The URL form of a free text such as a tag: lower case, marks removed from
 * Latin letters and digits, every run of other characters a hyphen. Letters of
 * other scripts stay, with their marks; a mark without a letter, as emoji have, goes. Empty when the text has neither letter nor digit.
 */
export function slugify(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\d])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
  return words?.join('-') ?? ''
}

/** Whether a file name, without its ending, can stand in a URL as it is. */
export function isSlug(name: string): boolean {
  // What most are; the other way takes an archive its time.
  if (/^[a-z\d]+(-[a-z\d]+)*$/.test(name)) return true
  return name !== '' && name === slugify(name)
}

const LONGEST_SLUG = 80

/** The slug of a headline, cut between words where it is too long for a file's name. */
export function slugOfTitle(title: string): string {
  const slug = slugify(title)
  // By what readers see as one letter, so that none loses a mark.
  const letters = Array.from(new Intl.Segmenter().segment(slug), ({ segment }) => segment)
  let cut = letters.slice(0, LONGEST_SLUG)
  while (!fitsFileName(cut.join(''))) cut = cut.slice(0, -1)
  if (cut.length === letters.length) return slug
  const isWhole = letters[cut.length] === '-'
  return slugify(isWhole ? cut.join('') : cut.join('').replace(/-[^-]*$/, ''))
}
