/** What became of a change: kept, or why the browser did not keep it. */
export type StorageResult = 'kept' | 'full' | 'forbidden'

/** This device's storage; undefined where the browser forbids even to look at it. */
export function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** Stores a value as JSON; undefined takes out what is there. */
export function writeValue(key: string, value: unknown, storage = deviceStorage()): StorageResult {
  if (!storage) return 'forbidden'
  try {
    if (value === undefined) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(value))
    return 'kept'
  } catch (error) {
    return (error as Error).name === 'SecurityError' ? 'forbidden' : 'full'
  }
}
