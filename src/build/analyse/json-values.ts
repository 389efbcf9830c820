/**
 * Every text in a JSON document with the name of the field it stands in; of a
 * list's items, the list's.
 * @throws SyntaxError when it is no JSON
 */
export function jsonValues(text: string): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = []
  const visit = (name: string, value: unknown) => {
    if (typeof value === 'string') found.push({ name, value })
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) visit(Array.isArray(value) ? name : key, item)
  }
  visit('', JSON.parse(text))
  return found
}
