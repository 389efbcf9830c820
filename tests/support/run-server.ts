import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'

export interface RunningServer {
  /** Lets it answer what it was asked, and resolves when it has ended. */
  stop: () => Promise<void>
}

/**
 * Starts a server and waits until it takes connections at a port of loopback.
 * @throws Error with what it printed, when it does not
 */
export async function runServer(
  command: string,
  args: string[],
  port: number,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  let hasEnded = false
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      hasEnded = true
      done()
    }),
  )
  const ends = Date.now() + 10_000
  while (!(await takesConnections(port))) {
    if (hasEnded || Date.now() > ends) {
      child.kill()
      throw new Error(`${command} does not answer at port ${port}:\n${output}`)
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  return {
    stop: async () => {
      child.kill('SIGQUIT')
      await ended
    },
  }
}

/** A port of loopback that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}
