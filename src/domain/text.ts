/** Words in a Markdown body, near enough for a reading time: markup that stands alone does not count. */
export function countWords(markdown: string): number {
  const prose = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+>]|\d+\.|#{1,6}|\|?[\s:|-]+\|)(?=\s|$)/gm, '')
  return prose.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0
}

/**
 * Minutes to read `words`, at least 1. 238 words a minute is the mean for
 * silent reading of English non-fiction (Brysbaert, 2019).
 */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 238))
}
