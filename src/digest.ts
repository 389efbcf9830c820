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
  if (Array.isArray(value)) return `[${value.map(part).join()}]`
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError(`Only plain data has a digest, not: ${Object.prototype.toString.call(value)}`)
  }
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}:${part(field)}`)
  return `{${fields.join()}}`
}

function part(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    // There are too many dates to remember each.
    if (value instanceof Date) return written(value)
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
