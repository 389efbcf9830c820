/** Where something stands in an export. */
export interface ExportPlace {
  /** From 1. */
  line: number
  /** From 1, in characters. */
  column: number
  /** In bytes, from 0. */
  byte: number
}

/** Why an export cannot be read, or cannot be read any further. */
export class ExportFault extends Error {
  override name = 'ExportFault'
  readonly place: ExportPlace | undefined

  constructor(message: string, place?: ExportPlace) {
    super(place ? `line ${place.line}, column ${place.column}, byte ${place.byte}: ${message}` : message)
    this.place = place
  }
}
