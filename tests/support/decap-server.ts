import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { listen } from './listen.ts'

/** A file as it is written, its content in base64. */
export interface WrittenFile {
  path: string
  content: string
}

export interface DecapServer {
  /** Writes files and commits them. */
  write: (files: WrittenFile[], message: string) => Promise<void>
  /** Deletes files and commits that. */
  remove: (paths: string[], message: string) => Promise<void>
  stop: () => void
}

/** decap-server from npm in front of a repository, whose branch it commits to. */
export async function startDecapServer(repository: string, branch: string): Promise<DecapServer> {
  const port = await freePort()
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('decap-server'))], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MODE: 'git',
      GIT_REPO_DIRECTORY: repository,
      PORT: String(port),
      BIND_HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await new Promise<void>((done, fail) => {
    let output = ''
    child.on('exit', () => fail(new Error(`decap-server ended:\n${output}`)))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (output.includes('listening')) done()
      })
    }
  })
  const ask = async (action: string, params: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ action, params: { branch, ...params } }),
    })
    if (!response.ok) throw new Error(`decap-server, ${action}: ${response.status} ${await response.text()}`)
  }
  return {
    write: (files, commitMessage) =>
      ask('persistEntry', {
        dataFiles: [],
        assets: files.map((file) => ({ ...file, encoding: 'base64' })),
        options: { commitMessage, useWorkflow: false, status: 'draft' },
      }),
    remove: (paths, commitMessage) => ask('deleteFiles', { paths, options: { commitMessage } }),
    stop: () => child.kill(),
  }
}

/** decap-server does not say which port it took. */
async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  return port
}
