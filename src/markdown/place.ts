export interface Place {
  line: number
  column: number
}

/** The place of a character of a text; lines and columns count from 1. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
