import { hash } from 'node:crypto'

/** Of each object, as many pages show the same articles. What an edition holds never changes. */
const known = new WeakMap<object, string>()
/** Characters of a digest. */
const LENGTH = 43

/**
 * A digest of plain data: objects, lists, dates, and the values of JSON.
 * @throws TypeError for anything else, a function for example
 */
export function dataDigest(value: object): string {
  return hash('sha256', written(value), 'base64url')
}

/** What represents an object within another: its text, or a digest of the text where that is shorter. */
function abridged(value: object): string {
  const text = written(value)
  return text.length <= LENGTH ? text : hash('sha256', text, 'base64url')
}

function written(value: object): string {
  if (value instanceof Date) return `date ${value.getTime()}`
  // Loops, as lists of the parts would be garbage at once.
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
    // Dates and lists mostly belong to one object alone, and are too many to remember.
    if (value instanceof Date || Array.isArray(value)) return abridged(value)
    const text = known.get(value) ?? abridged(value)
    known.set(value, text)
    return text
  }
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`Only plain data has a digest, not: a ${typeof value}`)
  }
  // A number differs from the text of its digits, -0 from 0, and NaN from null.
  return typeof value === 'string' ? JSON.stringify(value) : Object.is(value, -0) ? '-0' : String(value)
}
