import { type Place, placesInOrder } from './place.ts'

/** A place in a text and what is put there, in the place of `cut` characters. */
export interface SourceEdit {
  at: number
  cut: number
  put: string
}

/** A text with edits made in it, none of which overlaps another. */
export function edited(text: string, edits: readonly SourceEdit[]): string {
  let [made, from] = ['', 0]
  for (const { at, cut, put } of inOrder(edits)) {
    made += text.slice(from, at) + put
    from = at + cut
  }
  return made + text.slice(from)
}

/**
 * Where in the text before the edits, none of which goes over the end of a line, a place of the edited text was; lines
 * and columns count from 1.
 */
export function placeBefore(text: string, edits: readonly SourceEdit[]) {
  const byLine = new Map<number, { column: number; grown: number }[]>()
  const placeAt = placesInOrder(text)
  for (const { at, cut, put } of inOrder(edits)) {
    const { line, column } = placeAt(at)
    const found = byLine.get(line) ?? []
    found.push({ column, grown: put.length - cut })
    byLine.set(line, found)
  }
  return ({ line, column }: Place): Place => {
    let moved = column
    for (const edit of byLine.get(line) ?? []) if (edit.column < moved) moved -= edit.grown
    return { line, column: moved }
  }
}

function inOrder(edits: readonly SourceEdit[]): SourceEdit[] {
  return edits.toSorted((a, b) => a.at - b.at)
}
