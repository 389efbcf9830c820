/** A text as a value in quotes that an author can copy into YAML: in those marks that it does not hold, if there are such. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}
