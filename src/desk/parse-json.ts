import { LineCounter, type Node, parseDocument } from 'yaml'
import type { Place } from '#markdown/place.ts'
import type { Problem } from './problem.ts'

interface Parsed {
  value: unknown
  /** Where the value at a path stands, or what it stands in. */
  placeOf: (path: readonly PropertyKey[]) => Place | undefined
}

interface PlacesInJson {
  /** Where it stops to be JSON, as far as that is known. */
  faultAt: number | undefined
  at(offset: number): Place
  of(path: readonly PropertyKey[]): Place | undefined
}

const START: Place = { line: 1, column: 1 }

/**
 * What a file of JSON holds, or what is wrong with it.
 * @param text without a byte order mark
 * @param file from the newsroom's folder
 */
export function parseJson(text: string, file: string): Parsed | { problem: Problem } {
  // Asked for where there is a fault alone: of a long file it takes seconds.
  let found: PlacesInJson | undefined
  const places = () => (found ??= placesInJson(text))
  try {
    return { value: JSON.parse(text), placeOf: (path) => places().of(path) }
  } catch (error) {
    const message = `This is no JSON: ${(error as SyntaxError).message}. Look for a missing comma or quote.`
    // V8 tells the offset of most faults, the other parser that of the rest.
    const offset = /at position (\d+)/.exec(message)?.[1] ?? places().faultAt
    return { problem: { file, ...(offset === undefined ? START : places().at(Number(offset))), message } }
  }
}

function placesInJson(text: string): PlacesInJson {
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  try {
    // JSON is YAML too, and this parser knows where everything stands.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'json' })
    return {
      faultAt: document.errors[0]?.pos[0],
      at,
      of(path) {
        for (let length = path.length; length >= 0; length--) {
          const range = (document.getIn(path.slice(0, length), true) as Node | undefined)?.range
          if (range) return at(range[0])
        }
        return undefined
      },
    }
  } catch (error) {
    // Lists within lists without end take more memory than the parser has.
    if (!(error instanceof RangeError)) throw error
    return { faultAt: undefined, at: () => START, of: () => START }
  }
}
