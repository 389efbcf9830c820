import { hash } from 'node:crypto'

/** By object, as many pages show the same articles; what an edition holds never changes. */
const known = new WeakMap<object, string>()

/**
 * A digest of plain data: objects, lists, dates, and what JSON knows.
 * @throws TypeError for anything else, functions say.
 */
export function digestOf(value: object): string {
  const digest = known.get(value) ?? hash('sha256', written(value), 'base64url')
  known.set(value, digest)
  return digest
}

/** An object as text, those within it as their digests. */
function written(value: object): string {
  if (value instanceof Date) return `date ${value.getTime()}`
  if (Array.isArray(value)) return `list ${value.map(part).join()}`
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError(`Only plain data has a digest, not: ${Object.prototype.toString.call(value)}`)
  }
  return `fields ${Object.entries(value)
    .map(([key, field]) => `${JSON.stringify(key)}:${part(field)}`)
    .join()}`
}

function part(value: unknown): string {
  if (typeof value === 'object' && value !== null) return digestOf(value)
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`Only plain data has a digest, not: a ${typeof value}`)
  }
  // A number and its digits as a text are two things; so are -0 and 0, NaN and null.
  return typeof value === 'string' ? JSON.stringify(value) : Object.is(value, -0) ? '-0' : String(value)
}
