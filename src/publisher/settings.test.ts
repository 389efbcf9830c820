import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { publisherSettings, withoutSecrets } from './settings.ts'

const SECRET = 'a secret of the newsroom'
const read = (env: NodeJS.ProcessEnv) => publisherSettings(env, '/srv/news/harian')

test('without a setting the folder is watched, and loopback alone is answered', () => {
  expect(read({})).toMatchObject({
    program: '/srv/news/harian',
    newsroom: '/srv/news/harian',
    outDir: '/srv/news/harian/dist',
    caches: expect.stringMatching(/^\/srv\/news\/harian\/\.cache\/publisher\/[\da-f]{8}$/),
    repository: undefined,
    pollSeconds: 300,
    listen: { host: '127.0.0.1', port: 4380 },
    accessLogs: [],
    mail: undefined,
    secrets: {},
  })
})

test('a repository has a checkout of this outlet alone, and the newsroom may be a folder of it', () => {
  const env = { PUBLISHER_REPOSITORY: 'https://codeberg.org/desk/news.git', CACHE_DIR: '/var/cache/news' }
  const settings = read({ ...env, NEWSROOM: 'harian' })
  expect(settings.repository).toMatchObject({ url: env.PUBLISHER_REPOSITORY, branch: 'main' })
  expect(settings.newsroom).toBe(join(settings.repository?.checkout ?? '', 'harian'))
  expect(settings.pollSeconds).toBe(60)
  expect(settings.caches).not.toBe(read({ ...env, OUT_DIR: 'other' }).caches)
})

test.each<[string, NodeJS.ProcessEnv, string]>([
  ['a setting that there is none of', { PUBLISHER_BRANCHES: 'main' }, 'PUBLISHER_BRANCHES is no setting'],
  [
    'a password in an address',
    { PUBLISHER_REPOSITORY: 'https://desk:hunter2@codeberg.org/desk/news' },
    'PUBLISHER_FORGE_TOKEN',
  ],
  [
    'a token in an address',
    { PUBLISHER_REPOSITORY: 'https://ghp_hunter2@github.com/desk/news' },
    'PUBLISHER_FORGE_TOKEN',
  ],
  ['an option of git', { PUBLISHER_REPOSITORY: '--upload-pack=hunter2' }, 'must be the address'],
  ['a helper of git', { PUBLISHER_REPOSITORY: 'ext::sh -c hunter2' }, 'must be the address'],
  ['an address of another kind', { PUBLISHER_REPOSITORY: 'ftp://news.example/news' }, 'must begin with'],
  ['an option as a branch', { PUBLISHER_BRANCH: '--hunter2' }, 'PUBLISHER_BRANCH must'],
  ['two branches', { PUBLISHER_BRANCH: 'main:other' }, 'PUBLISHER_BRANCH must'],
  ['a webhook without a repository', { PUBLISHER_WEBHOOK_SECRET: SECRET }, 'no PUBLISHER_REPOSITORY'],
  [
    'a short secret',
    { PUBLISHER_REPOSITORY: '/srv/git/news.git', PUBLISHER_WEBHOOK_SECRET: 'hunter2' },
    'shorter than 16',
  ],
  [
    'a newsroom outside of the repository',
    { PUBLISHER_REPOSITORY: '/srv/git/news.git', NEWSROOM: '../other' },
    'within PUBLISHER_REPOSITORY',
  ],
  ['no number', { PUBLISHER_POLL_SECONDS: 'often' }, 'must be a number of seconds'],
  ['too often', { PUBLISHER_POLL_SECONDS: '1' }, 'must be a number of seconds'],
  ['no port', { PUBLISHER_LISTEN: '127.0.0.1' }, 'an address with a port'],
  ['a port that there is none of', { PUBLISHER_LISTEN: '127.0.0.1:70000' }, 'an address with a port'],
  ['another log', { PUBLISHER_LOG: 'xml' }, 'must be text or json'],
  ['another server of git', { PUBLISHER_FORGE: 'svn' }, 'must be one of'],
  ['a place that is no address', { PUBLISHER_NOTIFY_URL: 'hunter2' }, 'must be an address'],
])('%s is refused, and no secret is told', (_case, env, message) => {
  expect(() => read(env)).toThrow(message)
  expect(() => read(env)).not.toThrow(/hunter2.*(?<!name)$/)
})

test('every fault is told at once, a line each', () => {
  expect(() => read({ PUBLISHER_LOG: 'xml', PUBLISHER_LISTEN: 'here' })).toThrow(
    /PUBLISHER_LISTEN.*|\n.*PUBLISHER_LOG/,
  )
})

test('secrets may lie where systemd puts credentials', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warta-credentials-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'webhook-secret'), `${SECRET}\n`)
  await writeFile(join(folder, 'mail-server'), 'smtps://desk:hunter2@mail.example\n')
  const { secrets, mail } = read({
    PUBLISHER_REPOSITORY: '/srv/git/news.git',
    PUBLISHER_MAIL_TO: 'desk@news.example',
    CREDENTIALS_DIRECTORY: folder,
  })
  expect(secrets.webhook).toBe(SECRET)
  expect(mail).toEqual({
    to: 'desk@news.example',
    from: 'desk@news.example',
    server: 'smtps://desk:hunter2@mail.example',
  })
})

test('processes that it starts get none of its settings', () => {
  const env = {
    PATH: '/bin',
    PUBLISHER_FORGE_TOKEN: 'x',
    CREDENTIALS_DIRECTORY: '/run',
    NOTIFY_SOCKET: '/s',
    NEWSROOM: '.',
  }
  expect(withoutSecrets(env)).toEqual({ PATH: '/bin', NEWSROOM: '.' })
})
