/** Requests that a page makes at once of many: more would take the line from what its reader asks for. */
const AT_ONCE = 3

/** Does some work for each item, in their order, for a few at once. Rejects with the first that does. */
export async function fewAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].values()
  const next = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
}
