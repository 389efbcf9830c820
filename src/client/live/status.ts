/** An entry's id, and a digest of all that it shows. */
export type Named = readonly [id: string, digest: string]

/** The state of live coverage, as `newsroom/live.ts` writes it. */
export interface Status {
  state: 'upcoming' | 'live' | 'ended'
  /** The newest entries, newest first. */
  entries: Named[]
  /** Whether these are all entries. */
  isWhole: boolean
  pinned?: Named
}

/**
 * The state at an address of this site; undefined where it is as `known`, whose text comes along as `text`. A cache on the way
 * is asked whether it is still right, and answers with no body where it is.
 * @throws Error when it cannot be had
 */
export async function fetchStatus(
  src: string,
  known?: string,
): Promise<{ text: string; status: Status } | undefined> {
  const response = await fetch(src, { mode: 'same-origin', cache: 'no-cache' })
  if (!response.ok) throw new Error(`${src} answers ${response.status}`)
  const text = await response.text()
  return text === known ? undefined : { text, status: JSON.parse(text) as Status }
}
