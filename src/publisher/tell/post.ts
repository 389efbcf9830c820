/** Milliseconds for which a server may take its time. */
const PATIENCE = 15_000

/**
 * Posts JSON. It follows no redirect: an answer from elsewhere would get the token.
 * @throws Error with what the server says, and nothing of the address, which may be a secret
 */
export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<void> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'warta-publisher', ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch (error) {
    const { message, cause, name } = error as Error
    throw new Error(
      name === 'TimeoutError' ? 'it did not answer in time' : String((cause as Error)?.message || message),
    )
  }
  const said = await response.text().catch(() => '')
  if (!response.ok) throw new Error(`it answered ${response.status} ${said.slice(0, 200)}`.trim())
}
