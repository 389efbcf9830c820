import { execFile } from 'node:child_process'
import { chmod, cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort, runServer } from '../../tests/support/run-server.ts'

export interface PushedOutlet {
  /** Where an author works, as a clone of the repository. */
  clone: string
  outDir: string
  commit(): Promise<void>
  /** Resolves when the hook has told what came of it. @throws Error where nothing was published */
  push(): Promise<void>
  stop(): Promise<void>
}

/** Of git: no setting of whoever runs it. */
const AUTHOR = ['-c', 'user.name=Ana', '-c', 'user.email=ana@bench.example', '-c', 'commit.gpgsign=false']

/**
 * The publisher as the service runs it, of a bare repository whose `post-receive` asks it to look; resolves when the first
 * commit is published.
 * @param folder for all of it
 */
export async function publishedByPush(newsroom: string, folder: string): Promise<PushedOutlet> {
  await rm(folder, { recursive: true, force: true })
  const [bare, clone, outDir] = ['news.git', 'clone', 'dist'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await cp(newsroom, clone, { recursive: true, filter: (path) => !path.endsWith('/.cache') })
  const git = async (...args: string[]) => {
    const { stderr } = await promisify(execFile)('git', [...AUTHOR, ...args], {
      cwd: clone,
      maxBuffer: 50_000_000,
    })
    return stderr
  }
  const commit = async () => {
    await git('add', '--all')
    await git('commit', '--quiet', '--message', 'A change')
  }
  await git('init', '--quiet', '--bare', '--initial-branch=main', bare)
  await git('init', '--quiet', '--initial-branch=main')
  await git('remote', 'add', 'origin', bare)
  await commit()
  await git('push', '--quiet', 'origin', 'main')
  const port = await freePort()
  const server = await runServer(process.execPath, ['src/cli/news.ts', 'publisher'], port, {
    NEWSROOM: '',
    OUT_DIR: outDir,
    CACHE_DIR: join(folder, 'caches'),
    PUBLISHER_REPOSITORY: bare,
    PUBLISHER_POLL_SECONDS: '0',
    PUBLISHER_LISTEN: `127.0.0.1:${port}`,
  })
  try {
    await firstPublication(port)
  } catch (error) {
    await server.stop()
    throw error
  }
  const hook = await readFile('deploy/post-receive', 'utf8')
  await writeFile(join(bare, 'hooks/post-receive'), hook.replace(':4380', `:${port}`))
  await chmod(join(bare, 'hooks/post-receive'), 0o755)
  return {
    ...{ clone, outDir, commit, stop: server.stop },
    async push() {
      const said = await git('push', 'origin', 'main')
      if (!said.includes(' is published, after ')) throw new Error(said)
    },
  }
}

async function firstPublication(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/health`)
    const { published, message } = (await response.json()) as { published: string | null; message?: string }
    if (published !== null) return
    if (message !== undefined) throw new Error(message)
    await wait(200)
  }
}
