/** Milliseconds after which what was asked for is given up. */
const PATIENCE_MS = 20_000

/** Why a file can't be had now, though it may be later. */
export class Unreachable extends Error {}

/** Asks this site. @throws Unreachable when it doesn't answer, or somebody else does */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, { mode: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS), ...init })
  } catch (error) {
    throw new Unreachable(`${path} cannot be fetched`, { cause: error })
  }
}

/**
 * A file of this site as it is copied: whole, and of its own address. Without the original's headers, but for its type:
 * none says that it depends on a request, or that it came by a redirect, with which Safari opens no page.
 * @throws Unreachable when it can't be had so
 */
export async function fetchFile(path: string): Promise<Response> {
  const response = await ask(path)
  if (response.status !== 200 || response.type !== 'basic' || response.redirected)
    throw new Unreachable(`${path} answers ${response.status}`)
  const body = await response.blob()
  return new Response(body, { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } })
}
