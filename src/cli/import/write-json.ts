/**
 * What `JSON.stringify(fields, null, 2)` makes of an object that has any, and a
 * line's end, in pieces. Iterables, of any length, are written as arrays.
 */
export function* writeJson(fields: Record<string, unknown>): Generator<string> {
  let before = '{\n  '
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(name)}: `
    before = ',\n  '
    if (isList(value)) yield* arrayOf(value)
    else yield indented(value, '  ')
  }
  yield '\n}\n'
}

function* arrayOf(values: Iterable<unknown>): Generator<string> {
  let before = '[\n    '
  for (const value of values) {
    yield before + indented(value, '    ')
    before = ',\n    '
  }
  yield before.startsWith('[') ? '[]' : '\n  ]'
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
