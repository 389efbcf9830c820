/** What is used of Koa's context, with what Waline and its body parser put there. */
interface Context {
  method: string
  query: Record<string, string | string[] | undefined>
  request: { body?: { post?: unknown } | string }
  state: { userInfo?: { type?: string } }
  throw: (status: number) => never
}

/**
 * Waline's middleware before it touches a comment. Waline hands what was sent
 * to its query builder, which takes a list such as ["LIKE", "a%"] for a
 * condition: so a reader could ask for others' e-mails, and sign in as
 * somebody. And it lets everybody change a comment's likes.
 */
export async function guard(ctx: Context, next: () => Promise<void>): Promise<void> {
  const { body } = ctx.request
  const sent = typeof body === 'object' ? body.post : undefined
  // The addresses of which comments are counted are a list by right.
  const { url: _counted, ...query } = ctx.query
  if (!isPlain(sent) || !isPlain(query)) ctx.throw(400)
  const changes = ctx.method === 'PUT' || ctx.method === 'DELETE'
  if (changes && ctx.state.userInfo?.type !== 'administrator') ctx.throw(403)
  await next()
}

/** Whether every value is a text, a number, a switch or nothing. */
function isPlain(values: unknown): boolean {
  if (values === undefined) return true
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return false
  return Object.values(values).every((value) => typeof value !== 'object' || value === null)
}
