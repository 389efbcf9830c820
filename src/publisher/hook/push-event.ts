import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'astro/zod'

/** What a believed delivery asks for. */
export type Asked = { push: string } | { ignored: string } | { malformed: string }

/** GitHub, Forgejo and Gitea name the branch as git does, and so does GitLab; the rest of a payload is not needed. */
const pushSchema = z.object({ ref: z.string().max(1000) })
const EVENTS = ['x-github-event', 'x-forgejo-event', 'x-gitea-event', 'x-gitlab-event']
const PUSHES = ['push', 'Push Hook', 'System Hook']

/** Whether a delivery tells of a push to the branch that is published. */
export function askedOf(headers: IncomingHttpHeaders, payload: Buffer, branch: string): Asked {
  const event = EVENTS.map((name) => headers[name]).find((value) => typeof value === 'string')
  if (event === undefined) return { malformed: 'it names no event' }
  if (!PUSHES.includes(event))
    return { ignored: `nothing is to be done for the event "${event.slice(0, 60)}"` }
  const { data } = pushSchema.safeParse(jsonOf(payload))
  if (!data) return { malformed: 'it is no JSON that names a branch in "ref"' }
  if (data.ref !== `refs/heads/${branch}`)
    return { ignored: `"${data.ref.slice(0, 200)}" is not the branch that is published` }
  return { push: data.ref }
}

function jsonOf(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString())
  } catch {
    return undefined
  }
}
