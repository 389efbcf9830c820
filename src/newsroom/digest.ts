import { hash } from 'node:crypto'

/** By object, as many pages show the same articles; what an edition holds never changes. */
const known = new WeakMap<object, string>()
/** Characters of a digest. */
const LENGTH = 43

/**
 * A digest of plain data: objects, lists, dates, and what JSON knows.
 * @throws TypeError for anything else, functions say.
 */
export function digestOf(value: object): string {
  return hash('sha256', written(value), 'base64url')
}

/** What stands for an object within another: its text, or a digest of that where it is shorter. */
function standIn(value: object): string {
  const text = written(value)
  return text.length <= LENGTH ? text : hash('sha256', text, 'base64url')
}

function written(value: object): string {
  if (value instanceof Date) return `date ${value.getTime()}`
  // By loops: lists of parts are as many again, which are thrown away at once.
  if (Array.isArray(value)) {
    let text = '['
    for (const item of value) text += `${part(item)},`
    return `${text}]`
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError(`Only plain data has a digest, not: ${Object.prototype.toString.call(value)}`)
  }
  let text = '{'
  for (const [key, field] of Object.entries(value)) text += `${JSON.stringify(key)}:${part(field)},`
  return `${text}}`
}

function part(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    // Dates and lists are mostly of one object alone, too many to remember.
    if (value instanceof Date || Array.isArray(value)) return standIn(value)
    const stand = known.get(value) ?? standIn(value)
    known.set(value, stand)
    return stand
  }
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`Only plain data has a digest, not: a ${typeof value}`)
  }
  // A number and its digits as a text are two things; so are -0 and 0, NaN and null.
  return typeof value === 'string' ? JSON.stringify(value) : Object.is(value, -0) ? '-0' : String(value)
}
