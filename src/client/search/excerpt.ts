export interface Piece {
  text: string
  /** Whether it is what was searched for. */
  found: boolean
}

/** The text of Pagefind's excerpt, which is HTML of entities and `mark` alone. */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .map((piece) => ({
      // The ellipsis stays with the last word.
      text: decode(piece.replace(/^<mark>|<\/mark>$/g, '')).replace(/ …$/, '\u00a0…'),
      found: piece.startsWith('<mark>'),
    }))
    .filter(({ text }) => text !== '')
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  nbsp: '\u00a0',
}

function decode(text: string): string {
  return text.replace(/&(\w+|#\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
