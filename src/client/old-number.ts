/** By what WordPress names a post, a page and an upload, which it counts together. */
const KEYS = ['p', 'page_id', 'attachment_id']
/** As domain/numbered-alias.ts puts them into files. */
const IN_A_FILE = 1000

/** The number that an old link's query names, and the file that tells where it leads. */
export function oldNumber(query: string): { number: number; file: string } | undefined {
  const params = new URLSearchParams(query)
  const text = KEYS.map((key) => params.get(key)).find((value) => value !== null)
  if (text === undefined || text === null || !/^[1-9]\d{0,14}$/.test(text)) return undefined
  const number = Number(text)
  return { number, file: `${Math.floor(number / IN_A_FILE)}.json` }
}
