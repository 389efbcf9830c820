export interface Place {
  line: number
  column: number
}

/** The place of a character of a text; lines and columns count from 1. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** The places of characters of a text that are asked for in their order: all together take one walk through it. */
export function placesInOrder(text: string): (offset: number) => Place {
  let [line, start] = [1, 0]
  return (offset) => {
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return { line, column: offset - start + 1 }
  }
}
