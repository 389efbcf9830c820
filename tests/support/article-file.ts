/**
 * A sound article, each field a line from line 2 on: title, description,
 * category, authors, publishedAt. A field given in YAML replaces its line or
 * follows on line 7; undefined takes the line out. The body starts on line 8
 * where no field is added.
 */
export function articleFile(fields: Record<string, string | undefined> = {}, body = 'Text.'): string {
  const all = {
    title: 'A title',
    description: 'A description',
    category: 'politics',
    authors: '[budi]',
    publishedAt: '2025-07-04T22:13',
    ...fields,
  }
  const lines = Object.entries(all).flatMap(([field, value]) =>
    value === undefined ? [] : [`${field}: ${value}`],
  )
  return ['---', ...lines, '---', body].join('\n')
}
