/** Why a receiver did not take a notification. */
export class PingError extends Error {
  override name = 'PingError'
  /** Set where the next address would fare no better. */
  readonly isReceivers: boolean

  constructor(message: string, isReceivers: boolean) {
    super(message)
    this.isReceivers = isReceivers
  }
}

/** What answers mean, by their status, where a receiver's documentation says. */
type Meanings = Record<number, string>

/**
 * Posts to a receiver.
 * @param timeout milliseconds
 * @throws PingError that says what came instead of a success
 */
export async function post(
  address: string,
  body: URLSearchParams | string,
  { timeout, meanings = {} }: { timeout: number; meanings?: Meanings },
): Promise<void> {
  const type = typeof body === 'string' ? 'application/json; charset=utf-8' : undefined
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: { 'User-Agent': 'Warta', ...(type && { 'Content-Type': type }) },
    // A redirect would make a GET of it.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  }).catch((error: unknown) => {
    throw new PingError(reasonOf(error, timeout), true)
  })
  const text = await response.text().catch(() => '')
  if (response.ok) return
  throw new PingError(answerOf(response, text, meanings), response.status === 429 || response.status >= 500)
}

function answerOf({ status, statusText, headers }: Response, text: string, meanings: Meanings): string {
  const answer = `it answers ${`${status} ${statusText}`.trim()}`
  const elsewhere = headers.get('location')
  if (elsewhere) return `${answer} and leads on to ${elsewhere}: name that address in src/site.config.ts`
  const words = meanings[status] ?? text.trim().split('\n')[0]?.slice(0, 200)
  return words ? `${answer}: ${words}` : answer
}

function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${timeout / 1000} seconds`
  const { cause = error } = error as { cause?: unknown }
  const { message, code } = cause as NodeJS.ErrnoException
  return `it cannot be reached: ${message || code || String(cause)}`
}
