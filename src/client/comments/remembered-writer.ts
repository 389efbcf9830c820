const KEY = 'comment-writer'
const FIELDS = ['name', 'email', 'site']

/** What the reader asked this device to keep of the form: its fields by name. */
export function remembered(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter(([name, value]) => FIELDS.includes(name) && typeof value === 'string'),
    )
  } catch {
    // Storage is forbidden, or holds something else.
    return {}
  }
}

export function remember(writer: Record<string, string>) {
  try {
    localStorage.setItem(KEY, JSON.stringify(writer))
  } catch {
    // Storage is forbidden or full: the form is empty next time.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Storage is forbidden: there is nothing in it.
  }
}
