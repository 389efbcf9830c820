import { isbot } from 'isbot'

const REMEMBERED = 20_000
const judged = new Map<string, boolean>()

/** Whether a user agent is a program's own. Browsers always send one, so that an empty one is no reader's. */
export function isRobot(userAgent: string): boolean {
  const known = judged.get(userAgent)
  if (known !== undefined) return known
  if (judged.size >= REMEMBERED) judged.clear()
  const robot = userAgent.trim() === '' || isbot(userAgent)
  judged.set(userAgent, robot)
  return robot
}
