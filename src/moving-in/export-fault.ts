/** Where something stands in an export. */
export interface ExportPlace {
  /** From 1. */
  line: number
  /** From 1, in characters. */
  column: number
  /** In bytes, from 0, where it is known. */
  byte?: number
}

/** Why an export cannot be read, or cannot be read any further. */
export class ExportFault extends Error {
  override name = 'ExportFault'
  readonly place: ExportPlace | undefined

  constructor(message: string, place?: ExportPlace) {
    super(place ? `${written(place)}: ${message}` : message)
    this.place = place
  }
}

function written({ line, column, byte }: ExportPlace): string {
  return `line ${line}, column ${column}${byte === undefined ? '' : `, byte ${byte}`}`
}
