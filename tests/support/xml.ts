import { SaxesParser } from 'saxes'

/**
 * Reads a document to its end.
 * @throws Error at the first place that is not well-formed XML 1.0, namespaces and characters included.
 */
export function mustBeWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
