/**
 * Whether two values of plain data, dates among it, are the same. Parts that are one object in both are not looked into,
 * and of an object those properties alone count that can be listed.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && Object.is(one.getTime(), other.getTime())
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, theirs] = [one, other] as [Record<string, unknown>, Record<string, unknown>]
  const keys = Object.keys(mine)
  return (
    keys.length === Object.keys(theirs).length &&
    keys.every((key) => Object.hasOwn(theirs, key) && isSameValue(mine[key], theirs[key]))
  )
}
