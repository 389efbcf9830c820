const KEY = 'moderator'

/** Who has signed in, in this tab alone and until it is closed. */
export interface Session {
  token: string
  name: string
  email: string
}

export function storedSession(): Session | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isSession(stored) ? stored : undefined
  } catch {
    // Storage is forbidden, or holds something else.
    return undefined
  }
}

export function keepSession(session: Session | undefined) {
  try {
    if (session) sessionStorage.setItem(KEY, JSON.stringify(session))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Storage is forbidden: signing in holds until the page is left.
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const { token, name, email } = value as Record<string, unknown>
  return [token, name, email].every((part) => typeof part === 'string')
}
