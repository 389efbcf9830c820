/** Scripts that put no blanks between words, which Pagefind cuts as `Intl.Segmenter` does. */
const WITHOUT_BLANKS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u

/**
 * The words of a query, each once. None for a query in quotes, which Pagefind
 * finds as it stands or not at all.
 */
export function wordsOf(query: string): string[] {
  if (/^\s*".+"\s*$/.test(query)) return []
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => (WITHOUT_BLANKS.test(word) ? segmentsOf(word) : [word]))
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))]
}

function segmentsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
