import { execFile, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'

const START = 'comments-server/start.ts'

export interface TestCommentServer {
  /** Address, with a slash at its end. */
  url: string
  /** Runs a command on its database, such as `approve 1`, and gives what it prints. */
  command: (...words: string[]) => Promise<string>
  stop: () => Promise<void>
}

/** The real comment server on an empty database, as `npm run comments` starts it, for the fixture alone and without a pause between comments. */
export async function startCommentServer(folder: string, port = 0): Promise<TestCommentServer> {
  if (port === 0) await rm(folder, { recursive: true, force: true })
  const child = spawn(process.execPath, [START, '--data', folder, '--port', String(port)], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, IPQPS: '0', SECURE_DOMAINS: 'fixture.example' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await new Promise<string>((done, fail) => {
    let output = ''
    child.on('exit', () => fail(new Error(`The comment server ended:\n${output}`)))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        const address = /served at (\S+)/.exec(output)?.[1]
        if (address) done(address)
      })
    }
  })
  return {
    url,
    command: async (...words) => {
      const { stdout } = await promisify(execFile)(process.execPath, [START, ...words, '--data', folder])
      return stdout.trim()
    },
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill()
      }),
  }
}
