import { execFile, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const exec = promisify(execFile)
const API = '/api/v1'
export const REPOSITORY = 'desk/news'
const REPO = `/repos/${REPOSITORY}`
const BRANCH = 'main'
/** What an author signs in with. */
export const TOKEN = 'a-token-of-the-author'
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': '*',
}

interface FileChange {
  operation: 'create' | 'update' | 'delete'
  path: string
  /** In base64. */
  content: string
}

export interface TestGitea {
  /** Its address, without a slash at the end. */
  url: string
  close: () => Promise<void>
}

/**
 * What Sveltia CMS asks of Gitea, in front of a real repository: reading is
 * git's, writing is decap-server's, which makes the commits. Sveltia CMS itself
 * no longer speaks decap-server's own protocol.
 */
export async function startGitea(repository: string): Promise<TestGitea> {
  const decap = await startDecapServer(repository)
  const git = async (...args: string[]) => {
    const options = { cwd: repository, encoding: 'buffer', maxBuffer: 1e9 } as const
    return (await exec('git', args, options)).stdout
  }
  const head = async () => (await git('rev-parse', BRANCH)).toString().trim()
  const blobAt = async (path: string) => (await git('rev-parse', `${BRANCH}:${path}`)).toString().trim()

  const routes: [method: string, path: RegExp, answer: (found: string, body: unknown) => unknown][] = [
    ['GET', /^\/version$/, () => ({ version: '1.24.6' })],
    ['GET', /^\/settings\/api$/, () => ({})],
    ['GET', /^\/user$/, () => ({ id: 7, login: 'ana', full_name: 'Ana', email: 'ana@fixture.example' })],
    ['GET', new RegExp(`^${REPO}$`), () => ({ permissions: { pull: true }, default_branch: BRANCH })],
    ['GET', new RegExp(`^${REPO}/branches/(.+)$`), async () => ({ commit: { id: await head(), message: '' } })],
    ['GET', new RegExp(`^${REPO}/git/trees/(.+)$`), async (ref) => ({ tree: treeOf(await git('ls-tree', '-rlz', ref)) })],
    ['GET', new RegExp(`^${REPO}/media/${BRANCH}/(.+)$`), (path) => git('show', `${BRANCH}:${path}`)],
    ['GET', new RegExp(`^${REPO}/commits$`), () => []],
    [
      'POST',
      new RegExp(`^${REPO}/file-contents$`),
      (_, { files }: { files: string[] }) =>
        Promise.all(
          files.map(async (path) => ({
            path,
            encoding: 'base64',
            content: (await git('show', `${BRANCH}:${path}`)).toString('base64'),
          })),
        ),
    ],
    [
      'POST',
      new RegExp(`^${REPO}/contents$`),
      async (_, { files, message }: { files: FileChange[]; message: string }) => {
        await decap.commit(files, message)
        const saved = files.map(async ({ path }) => ({ path, sha: await blobAt(path) }))
        return { commit: { sha: await head(), created: new Date() }, files: await Promise.all(saved) }
      },
    ],
  ] as never

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://gitea')
    const path = decodeURIComponent(pathname.slice(API.length))
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end()
    const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path))
    if (request.headers.authorization !== `token ${TOKEN}`) return response.writeHead(401, CORS).end()
    if (route === undefined) return response.writeHead(404, CORS).end()
    try {
      const [, pattern, answer] = route
      const given = await answer(pattern.exec(path)?.[1] ?? '', await bodyOf(request))
      response.writeHead(200, { ...CORS, 'Content-Type': 'application/json' })
      response.end(Buffer.isBuffer(given) ? given : JSON.stringify(given))
    } catch (error) {
      response.writeHead(500, CORS).end(String(error))
    }
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      decap.stop()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** `git ls-tree -rlz` as Gitea says it. */
function treeOf(listing: Buffer) {
  return listing
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [, type, sha, size, path] = /^\d+ (\w+) (\w+) +(\d+)\t(.+)$/.exec(line) ?? []
      return { type, sha, size: Number(size), path }
    })
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks = await Array.fromAsync(request)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
}

async function startDecapServer(repository: string) {
  const port = await freePort()
  const script = fileURLToPath(import.meta.resolve('decap-server'))
  const child = spawn(process.execPath, [script], {
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
      body: JSON.stringify({ action, params: { branch: BRANCH, ...params } }),
    })
    if (!response.ok) throw new Error(`decap-server, ${action}: ${response.status} ${await response.text()}`)
  }
  return {
    stop: () => child.kill(),
    commit: async (files: FileChange[], commitMessage: string) => {
      const gone = files.filter(({ operation }) => operation === 'delete').map(({ path }) => path)
      if (gone.length > 0) return ask('deleteFiles', { paths: gone, options: { commitMessage } })
      const assets = files.map(({ path, content }) => ({ path, content, encoding: 'base64' }))
      const options = { commitMessage, useWorkflow: false, status: 'draft' }
      await ask('persistEntry', { dataFiles: [], assets, options })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  return port
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}
