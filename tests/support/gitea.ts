import { execFile } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { startDecapServer, type WrittenFile } from './decap-server.ts'
import { listen } from './listen.ts'

export const REPOSITORY = 'desk/news'
export const BRANCH = 'main'
/** What an author signs in with. */
export const TOKEN = 'a-token-of-the-author'

const API = '/api/v1'
const REPO = `/repos/${REPOSITORY}`
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': '*',
}

type FileChange = WrittenFile & { operation: 'create' | 'update' | 'delete' }

interface Route {
  asks: string
  path: RegExp
  /** `found` is what the path's group holds. */
  answer: (found: string, body: unknown) => unknown
}

export interface TestGitea {
  /** Its address, without a slash at the end. */
  url: string
  close: () => Promise<void>
}

/**
 * The addresses of Gitea that Sveltia CMS asks, in front of a real repository:
 * git reads, and decap-server writes and commits. Sveltia CMS itself no longer
 * speaks decap-server's own protocol.
 */
export async function startGitea(repository: string): Promise<TestGitea> {
  const decap = await startDecapServer(repository, BRANCH)
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: repository, encoding: 'buffer', maxBuffer: 1e8 })).stdout
  const idOf = async (object: string) => (await git('rev-parse', object)).toString().trim()
  const fileAt = async (path: string) => git('show', `${BRANCH}:${path}`)

  const read = async (path: string) => {
    const content = (await fileAt(path)).toString('base64')
    return { path, encoding: 'base64', content }
  }
  const change = async ({ files, message }: { files: FileChange[]; message: string }) => {
    const gone = files.filter(({ operation }) => operation === 'delete').map(({ path }) => path)
    const written = files.filter(({ operation }) => operation !== 'delete')
    if (written.length > 0) {
      await decap.write(
        written.map(({ path, content }) => ({ path, content })),
        message,
      )
    }
    if (gone.length > 0) await decap.remove(gone, message)
    const saved = written.map(async ({ path }) => ({ path, sha: await idOf(`${BRANCH}:${path}`) }))
    return { commit: { sha: await idOf(BRANCH), created: new Date() }, files: await Promise.all(saved) }
  }

  const author = { id: 7, login: 'ana', full_name: 'Ana', email: 'ana@fixture.example' }
  const head = async () => ({ commit: { id: await idOf(BRANCH), message: '' } })
  const routes: Route[] = [
    { asks: 'GET', path: /^\/version$/, answer: () => ({ version: '1.24.6' }) },
    { asks: 'GET', path: /^\/settings\/api$/, answer: () => ({}) },
    { asks: 'GET', path: /^\/user$/, answer: () => author },
    { asks: 'GET', path: below(''), answer: () => ({ permissions: { pull: true }, default_branch: BRANCH }) },
    { asks: 'GET', path: below(`/branches/${BRANCH}`), answer: head },
    {
      asks: 'GET',
      path: below('/git/trees/(.+)'),
      answer: async (ref) => ({ tree: treeOf(await git('ls-tree', '-rlz', ref)) }),
    },
    { asks: 'GET', path: below(`/media/${BRANCH}/(.+)`), answer: fileAt },
    { asks: 'GET', path: below('/commits'), answer: () => [] },
    {
      asks: 'POST',
      path: below('/file-contents'),
      answer: (_, body) => Promise.all((body as { files: string[] }).files.map(read)),
    },
    { asks: 'POST', path: below('/contents'), answer: (_, body) => change(body as never) },
  ]

  const answer = async (request: IncomingMessage): Promise<readonly [status: number, given?: unknown]> => {
    if (request.method === 'OPTIONS') return [204]
    if (request.headers.authorization !== `token ${TOKEN}`) return [401]
    const { pathname } = new URL(request.url ?? '', 'http://gitea')
    const path = decodeURIComponent(pathname.slice(API.length))
    const route = routes.find((route) => route.asks === request.method && route.path.test(path))
    if (route === undefined) return [404]
    return [200, await route.answer(route.path.exec(path)?.[1] ?? '', await bodyOf(request))]
  }
  const server = createServer(async (request, response) => {
    const [status, given] = await answer(request).catch((error) => [500, String(error)] as const)
    response.writeHead(status, CORS).end(Buffer.isBuffer(given) ? given : JSON.stringify(given))
  })
  const url = `http://127.0.0.1:${await listen(server)}`
  return {
    url,
    close: async () => {
      decap.stop()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function below(path: string): RegExp {
  return new RegExp(`^${REPO}${path}$`)
}

/** `git ls-tree -rlz` as Gitea says it. */
function treeOf(listing: Buffer) {
  return [...listing.toString().matchAll(/\d+ (\w+) (\w+) +(\d+)\t([^\0]+)\0/g)].map(
    ([, type, sha, size, path]) => ({ type, sha, size: Number(size), path }),
  )
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks = await Array.fromAsync(request)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
}
