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
  return name !== '' && name === slugify(name)
}
