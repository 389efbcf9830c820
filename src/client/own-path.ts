/** Whether a value is a path from this host's root: neither a script nor another host can hide in one. */
export function isPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value)
}
