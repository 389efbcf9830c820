/** What is used of Koa's context, with what Waline puts there. */
interface Context {
  method: string
  state: { userInfo?: { type?: string } }
  throw: (status: number) => never
}

/** Waline's middleware before it touches a comment: Waline lets everybody change a comment's likes. */
export async function guard(ctx: Context, next: () => Promise<void>): Promise<void> {
  const changes = ctx.method === 'PUT' || ctx.method === 'DELETE'
  if (changes && ctx.state.userInfo?.type !== 'administrator') ctx.throw(403)
  await next()
}
