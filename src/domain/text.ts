/** Scripts that put no blanks between words: Chinese, Japanese, Thai, Khmer, Lao and Burmese. */
const WITHOUT_BLANKS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/u

// The dictionaries that find words in these scripts go by the script: the locale changes nothing.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * Words in a Markdown body, near enough for a reading time: markup that stands alone does not count. Where no
 * blanks part them, they are the words of `Intl.Segmenter`.
 */
export function countWords(markdown: string): number {
  // Each class stops at the sign that starts it, so that no text takes more than linear time.
  const prose = markdown
    .replace(/!?\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/g, '$1')
    .replace(/^[ \t]*\d+[.)](?=\s|$)/gm, '')
  const runs = prose.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu) ?? []
  return runs.reduce((words, run) => words + (WITHOUT_BLANKS.test(run) ? wordsWithin(run) : 1), 0)
}

function wordsWithin(run: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) words += 1
  return words
}

/**
 * Minutes to read `words`, at least 1. 238 words a minute is the mean for
 * silent reading of English non-fiction; rates in other languages follow from
 * how many words they take to say the same (Brysbaert, "How many words do we
 * read per minute?", 2019). Chinese words have two characters on average, so
 * that is some 470 characters a minute.
 */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 238))
}
