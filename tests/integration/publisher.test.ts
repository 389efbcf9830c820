import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { projectEnv } from '../support/build.ts'
import { articleFile, STAFF } from '../support/temporary-newsroom.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { freePort } from '../support/run-server.ts'

const AT = resolve('.cache/test/publisher')
const newsroom = join(AT, 'newsroom')
const dist = join(AT, 'dist')
const SECRET = 'a secret of the newsroom'
const PATIENCE = { timeout: 240_000, interval: 100 }

const SITE = `import { defineSite } from 'warta/site'
export default defineSite({
  name: 'Kabar Uji', tagline: 'Kabar', url: 'https://kabar.test/', locale: 'id', articleLanguage: 'id',
  publish: { maxLoss: 100 },
})
`
const FILES = {
  ...STAFF,
  'src/site.config.ts': SITE,
  'articles/2025/07/first.md': articleFile({ title: 'Pertama' }, 'Isi yang pertama.'),
  'articles/2025/07/second.md': articleFile({ title: 'Kedua' }, 'Isi yang kedua.'),
}
const running = new Set<ChildProcess>()

interface Started {
  child: ChildProcess
  port: number
  log: () => string
  ended: Promise<number | null>
  /** Resolves when the log says so, after what it has said before. */
  says: (text: string) => Promise<void>
}

async function start(env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/cli/news.ts', 'publisher'], {
    cwd: CHECKOUT,
    env: {
      ...projectEnv(),
      NEWSROOM: newsroom,
      OUT_DIR: dist,
      CACHE_DIR: join(AT, 'cache'),
      PUBLISHER_LISTEN: `127.0.0.1:${port}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let log = ''
  let read = 0
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (log += text))
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)))
  void ended.then(() => running.delete(child))
  return {
    ...{ child, port, ended },
    log: () => log,
    async says(text) {
      await expect.poll(() => log.slice(read), PATIENCE).toContain(text)
      read = log.indexOf(text, read) + text.length
    },
  }
}

async function stop({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGTERM')
  return ended
}

function write(files: Record<string, string>, root = newsroom): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const page = (slug: string) => readFileSync(join(dist, 'politics', slug, 'index.html'), 'utf8')
const get = async (port: number, path: string, init?: RequestInit) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
  return { status: response.status, text: await response.text() }
}

/** Does something, and waits until a publication of it is under way, or over where that was sooner. */
async function begun(port: number, work: () => void): Promise<void> {
  const total = async () => {
    const { text } = await get(port, '/metrics')
    return { isBusy: text.includes('warta_busy 1'), count: /outcome="published"\} (\d+)/.exec(text)?.[1] }
  }
  const before = await total()
  work()
  await expect
    .poll(async () => {
      const { isBusy, count } = await total()
      return isBusy || count !== before.count
    }, PATIENCE)
    .toBe(true)
}

beforeAll(async () => {
  await rm(AT, { recursive: true, force: true })
  await mkdir(AT, { recursive: true })
  write(FILES)
})

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
})

test('a folder: what is saved is public, a mistake is not, an embargo ends, and a killed publisher begins again', async () => {
  const publisher = await start()
  const { says, port } = publisher
  await says('published the newsroom: 2 articles')
  expect(page('first')).toContain('Isi yang pertama.')

  write({ 'articles/2025/07/first.md': articleFile({ title: 'Pertama' }, 'Isi yang sudah lain.') })
  await says('published the newsroom')
  expect(page('first')).toContain('Isi yang sudah lain.')

  write({ 'articles/2025/07/second.md': articleFile({ title: 'Kedua', authors: '[budy]' }) })
  await says('articles/2025/07/second.md:5:11 author "budy" is not known')
  expect(page('second')).toContain('Isi yang kedua.')
  const refused = await get(port, '/')
  expect(refused.text).toContain('<code>articles/2025/07/second.md:5:11</code>')
  expect(refused.text).toContain('Tidak diterbitkan')
  expect(await get(port, '/health')).toMatchObject({ status: 200 })

  // The second publisher of an outlet says who holds it.
  const other = await start()
  expect(await other.ended).toBe(1)
  expect(other.log()).toContain(`Another publisher (process ${publisher.child.pid},`)

  const soon = new Date(Date.now() + 20_000).toISOString().slice(0, 19)
  write({
    'articles/2025/07/second.md': articleFile({ title: 'Kedua' }, 'Isi yang diperbaiki.'),
    'articles/2025/07/third.md': articleFile(
      { title: 'Ketiga', publishedAt: `${soon}Z` },
      'Isi yang ketiga.',
    ),
  })
  await says('published the newsroom')
  expect(page('second')).toContain('Isi yang diperbaiki.')
  // Unless the machine was so slow that its moment had come.
  if (!publisher.log().includes('3 articles')) {
    expect(existsSync(join(dist, 'politics/third'))).toBe(false)
    expect((await get(port, '/metrics')).text).toContain('warta_held_back{what="article"} 1')
    await says('(clock)')
  }
  expect(page('third')).toContain('Isi yang ketiga.')

  await begun(port, () =>
    write({ 'articles/2025/07/first.md': articleFile({ title: 'Pertama' }, 'Isi sebelum dibunuh.') }),
  )
  publisher.child.kill('SIGKILL')
  await publisher.ended
  expect(page('first')).toMatch(/Isi (?:yang sudah lain|sebelum dibunuh)\./)
  const again = await start()
  await again.says('published the newsroom: 3 articles')
  expect(page('first')).toContain('Isi sebelum dibunuh.')

  // Told to end in the middle of its work, it drops that, and it is no failure.
  await begun(again.port, () =>
    write({ 'articles/2025/07/first.md': articleFile({ title: 'Pertama' }, 'Isi sebelum berhenti.') }),
  )
  expect(await stop(again)).toBe(0)
  expect(page('first')).toMatch(/Isi sebelum (?:dibunuh|berhenti)\./)
  expect(again.log()).toContain('ends (SIGTERM)')
  expect(again.log()).not.toContain('could not publish')
})

test('a bare repository of the machine: its post-receive hook tells whoever pushes what came of it', async () => {
  const bare = join(AT, 'news.git')
  const clone = join(AT, 'clone')
  const env = { PATH: process.env.PATH, HOME: AT, GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: clone, env, encoding: 'utf8', stdio: 'pipe' })
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare], { env })
  mkdirSync(clone)
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Ana')
  git('config', 'user.email', 'ana@fixture.example')
  git('remote', 'add', 'origin', bare)
  /** What the author reads in the terminal. */
  const push = async (files: Record<string, string>) => {
    write(files, clone)
    git('add', '--all')
    git('commit', '--quiet', '--message', `Changes ${Object.keys(files).join(', ')}`)
    const child = spawn('git', ['push', 'origin', 'main'], { cwd: clone, env })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text))
    return new Promise<string>((done) => child.once('close', () => done(said)))
  }
  const publisher = await start({
    NEWSROOM: '',
    OUT_DIR: join(AT, 'of-git'),
    PUBLISHER_REPOSITORY: bare,
    PUBLISHER_POLL_SECONDS: '0',
    PUBLISHER_WEBHOOK_SECRET: SECRET,
  })
  await publisher.says('has no branch "main"')
  const hook = readFileSync('deploy/post-receive', 'utf8').replace(
    '127.0.0.1:4380',
    `127.0.0.1:${publisher.port}`,
  )
  writeFileSync(join(bare, 'hooks/post-receive'), hook)
  chmodSync(join(bare, 'hooks/post-receive'), 0o755)
  expect(hook).toContain(String(publisher.port))

  expect(await push(FILES)).toMatch(/remote: [\da-f]{7} “Changes .*” \(Ana\) is published, after/)
  const article = join(AT, 'of-git/politics/first/index.html')
  expect(readFileSync(article, 'utf8')).toContain('Isi yang pertama.')
  const bad = await push({
    'articles/2025/07/first.md': articleFile({ title: 'Pertama', category: 'politik' }),
  })
  expect(bad).toContain('is not published. Readers see what they saw before.')
  expect(bad).toContain('articles/2025/07/first.md:4:11 category "politik" is not known.')
  expect(readFileSync(article, 'utf8')).toContain('Isi yang pertama.')
  const mended = await push({
    'articles/2025/07/first.md': articleFile({ title: 'Pertama' }, 'Isi yang diperbaiki.'),
  })
  expect(mended).toContain('is published, after')
  expect(readFileSync(article, 'utf8')).toContain('Isi yang diperbaiki.')

  // Without the hook, a webhook tells of a push, if it is signed.
  rmSync(join(bare, 'hooks/post-receive'))
  await push({ 'articles/2025/07/first.md': articleFile({ title: 'Pertama' }, 'Isi lewat webhook.') })
  const body = '{"ref":"refs/heads/main"}'
  const deliver = (secret: string) =>
    get(publisher.port, '/hook', {
      method: 'POST',
      body,
      headers: {
        'X-GitHub-Event': 'push',
        'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
    })
  expect(await deliver('another secret of theirs')).toMatchObject({ status: 401 })
  expect(await deliver(SECRET)).toMatchObject({ status: 202 })
  await expect.poll(() => readFileSync(article, 'utf8'), PATIENCE).toContain('Isi lewat webhook.')
  expect(await stop(publisher)).toBe(0)
  expect(publisher.log()).not.toContain(SECRET)
})

test.each([
  [
    'a port that is another’s',
    async (port: number) => ({ PUBLISHER_LISTEN: `127.0.0.1:${port}`, OUT_DIR: join(AT, 'other') }),
    'another program has it',
  ],
  ['a setting that there is none of', async () => ({ PUBLISHER_REPO: 'x' }), 'PUBLISHER_REPO is no setting'],
])('%s is told in a line, and nothing is begun', async (_case, env, message) => {
  const { createServer } = await import('node:http')
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  const publisher = await start(await env(port))
  expect(await publisher.ended).toBe(1)
  expect(publisher.log()).toContain(message)
  await new Promise((done) => server.close(done))
})
