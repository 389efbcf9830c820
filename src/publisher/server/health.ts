import type { Status } from '#publisher/status.ts'

/** Milliseconds after which a publication hangs: longer than a first build of a large archive takes. */
const HANGS_MS = 60 * 60_000

/** Whether a publisher does what it is for. A newsroom that has to mend something is no fault of its. */
export interface Health {
  status: 'ok' | 'trouble' | 'hangs'
  /** ISO 8601 in UTC; null where there was none. */
  published: string | null
  commit: string | null
  message?: string
}

export function healthOf({ trouble, busySince, published }: Status, now: number): Health {
  const hangs = isHanging({ busySince }, now)
  return {
    status: hangs ? 'hangs' : trouble ? 'trouble' : 'ok',
    published: published ? new Date(published.at).toISOString() : null,
    commit: published?.commit?.id ?? null,
    ...(trouble && { message: trouble.message }),
  }
}

export function isHanging({ busySince }: Pick<Status, 'busySince'>, now: number): boolean {
  return busySince !== undefined && now - busySince > HANGS_MS
}
