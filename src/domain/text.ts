/** Words in a Markdown body, near enough for a reading time: markup that stands alone does not count. */
export function countWords(markdown: string): number {
  // Each class stops at the sign that starts it, so that no text takes more than linear time.
  const prose = markdown
    .replace(/!?\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/g, '$1')
    .replace(/^[ \t]*\d+[.)](?=\s|$)/gm, '')
  return prose.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0
}

/**
 * Minutes to read `words`, at least 1. 238 words a minute is the mean for
 * silent reading of English non-fiction (Brysbaert, 2019).
 */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 238))
}
