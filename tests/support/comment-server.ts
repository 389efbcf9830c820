import { execFile, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { installWaline } from '../../comments-server/install-waline.ts'
import { FIXTURE } from './sites.ts'

const START = 'comments-server/start.ts'

export interface TestCommentServer {
  /** Address, with a slash at its end. */
  url: string
  /** The numbers of the comments that wait, the oldest first. */
  waiting: () => Promise<number[]>
  approve: (...ids: number[]) => Promise<void>
  stop: () => Promise<void>
}

export const MODERATOR = { email: 'ratna@fixture.example', name: 'Ratna', password: 'correct horse battery' }
/** The server answers the outlet's pages alone. */
export const FROM_OUTLET = { Referer: 'https://fixture.example/' }

/**
 * The real comment server on an empty database, as `npm run comments` starts
 * it, for the fixture alone, with one moderator and without a pause between comments.
 */
export async function startCommentServer(folder: string, port = 0): Promise<TestCommentServer> {
  await installWaline()
  if (port === 0) await rm(folder, { recursive: true, force: true })
  await promisify(execFile)(
    process.execPath,
    [START, 'moderator', MODERATOR.email, MODERATOR.name, '--data', folder],
    { env: { PATH: process.env.PATH, MODERATOR_PASSWORD: MODERATOR.password } },
  )
  const child = spawn(process.execPath, [START, '--data', folder, '--port', String(port)], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NEWSROOM: FIXTURE, IPQPS: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await new Promise<string>((done, fail) => {
    let output = ''
    child.on('exit', () => fail(new Error(`The comment server ended:\n${output}`)))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        const address = /served at ([^\s,]+)/.exec(output)?.[1]
        if (address) done(address)
      })
    }
  })
  const { email, password } = MODERATOR
  const { token } = (await ask(url, 'token', 'POST', { email, password })) as { token: string }
  return {
    url,
    waiting: async () => {
      const query = 'comment?type=list&status=waiting&pageSize=100'
      const { data } = (await ask(url, query, 'GET', undefined, token)) as { data: { objectId: number }[] }
      return data.map(({ objectId }) => objectId).sort((a, b) => a - b)
    },
    approve: async (...ids) => {
      for (const id of ids) await ask(url, `comment/${id}`, 'PUT', { status: 'approved' }, token)
    },
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill()
      }),
  }
}

/** What Waline gives to one with this token. */
async function ask(
  url: string,
  path: string,
  method: string,
  body?: object,
  token?: string,
): Promise<unknown> {
  const response = await fetch(`${url}api/${path}`, {
    method,
    headers: {
      ...FROM_OUTLET,
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const { errno, errmsg, data } = (await response.json()) as { errno: number; errmsg: string; data: unknown }
  if (errno !== 0) throw new Error(`${method} ${path}: ${errno} ${errmsg}`)
  return data
}
