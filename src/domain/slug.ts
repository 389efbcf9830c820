/**
 * The URL form of a free text such as a tag: lower case, marks removed from
 * Latin letters, every run of other characters a hyphen. Letters of other
 * scripts stay. Empty when the text has neither letter nor digit.
 */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** Whether a file name, without its ending, can stand in a URL as it is. */
export function isSlug(name: string): boolean {
  return name !== '' && name === slugify(name)
}
