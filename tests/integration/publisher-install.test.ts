import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectEnv } from '../support/build.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { installPackage } from '../support/debian.ts'
import { NGINX } from '../support/nginx.ts'
import { pinPackages } from '../support/pinned-packages.ts'

const AT = resolve('.cache/test/publisher-install')
/** What the lines change of the machine: nothing of it stays. */
const UPPER = join(AT, 'upper')

/**
 * What stands in for systemd, which does not run here: starts the service as its file says, with its user, its
 * environment and without new rights, waits for what it publishes, and ends it. What else the file closes is not closed.
 */
const SYSTEMCTL = `#!/bin/sh
set -e
echo "systemctl $*"
[ "$1" = enable ] || exit 0
name=\${3#publisher@}
unit=/etc/systemd/system/publisher@.service
value() { sed -n "s/^$1=-\\{0,1\\}//p" $unit | sed "s/%i/$name/g"; }
set -a
. "$(value EnvironmentFile)"
set +a
cd "$(value WorkingDirectory)"
umask "$(value UMask)"
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin HOME=/srv/news \\
  setpriv --reuid "$(value User)" --regid "$(value Group)" --clear-groups --no-new-privs --inh-caps=-all \\
  $(value ExecStart) > /tmp/publisher.log 2>&1 &
pid=$!
for _ in $(seq 2400); do
  if grep -q "published\\|refused\\|could not" /tmp/publisher.log || ! kill -0 $pid; then break; fi
  sleep 0.2
done
curl --silent --show-error http://127.0.0.1:4380/health || true
kill $pid
wait $pid && echo "ended well"
cat /tmp/publisher.log
`

/** Packages are those that the machine has; that Debian has them by these names is looked at. */
const APT_GET = `#!/bin/sh
[ "$1" = install ] || exit 0
shift 2
for package; do apt-cache show "$package" > /dev/null || exit 1; echo "package $package"; done
`

let printed = ''
let status: number | null

beforeAll(async () => {
  for (const [name, file] of [
    ['nginx', NGINX],
    ['libnginx-mod-http-brotli-static', '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'],
    ['git', '/usr/bin/git'],
    ['curl', '/usr/bin/curl'],
    ['adduser', '/usr/sbin/adduser'],
  ] as const)
    installPackage(name, file)
  rmSync(AT, { recursive: true, force: true })
  mkdirSync(join(AT, 'work'), { recursive: true })
  mkdirSync(join(AT, 'root'))
  mkdirSync(UPPER)
  const env = projectEnv()
  const run = (command: string, args: string[], cwd: string) =>
    promisify(execFile)(command, args, { cwd, env, maxBuffer: 50_000_000 })
  // No outlet may lie within the program.
  const apart = await mkdtemp(join(tmpdir(), 'warta-install-'))
  const outlet = join(apart, 'harian')
  const flags = [
    '--yes',
    '--name',
    'Harian Uji',
    '--url',
    'https://harian.example/',
    '--locale',
    'id',
    '--host',
    'server',
  ]
  await run(process.execPath, ['src/cli/news.ts', 'create', outlet, ...flags], CHECKOUT)
  pinPackages(outlet, CHECKOUT)
  await run('npm', ['install', '--package-lock-only', '--prefer-offline', '--no-audit', '--no-fund'], outlet)
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@fixture.example', ...args], outlet)
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'The outlet begins')
  const bare = join(UPPER, 'srv/git/desk/harian.git')
  mkdirSync(join(UPPER, 'srv/git/desk'), { recursive: true })
  await run('git', ['clone', '--quiet', '--bare', outlet, bare], AT)
  await rm(apart, { recursive: true })
  mkdirSync(join(UPPER, 'usr/local/sbin'), { recursive: true })
  for (const [name, text] of Object.entries({ systemctl: SYSTEMCTL, 'apt-get': APT_GET }))
    writeFileSync(join(UPPER, 'usr/local/sbin', name), text, { mode: 0o755 })
  const certificate = join(UPPER, 'etc/letsencrypt/live/harian.example')
  mkdirSync(certificate, { recursive: true })
  const files = ['-keyout', join(certificate, 'privkey.pem'), '-out', join(certificate, 'fullchain.pem')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  await run('openssl', ['req', '-x509', ...kind, '-subj', '/CN=harian.example', ...files], AT)
  writeFileSync(join(UPPER, 'lines.sh'), `set -ex\n${linesOf('docs/publisher.md')}`)
  // The repository's address leads to the one on this machine, which belongs to another user.
  writeFileSync(
    join(UPPER, 'etc/gitconfig'),
    '[url "file:///srv/git/"]\n\tinsteadOf = https://git.example/\n[safe]\n\tdirectory = *\n',
  )
  const script = `set -e
    mount --make-rprivate /
    mount -t overlay overlay -o lowerdir=/,upperdir=${UPPER},workdir=${join(AT, 'work')} ${join(AT, 'root')}
    for one in proc sys dev; do mount --rbind /$one ${join(AT, 'root')}/$one; done
    mount -t tmpfs tmpfs ${join(AT, 'root')}/tmp && chmod 1777 ${join(AT, 'root')}/tmp
    exec chroot ${join(AT, 'root')} sh /lines.sh`
  const child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', script], {
    env: {
      ...env,
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/root',
      npm_config_prefer_offline: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (printed += text))
  status = await new Promise((done) => child.once('close', done))
}, 1_200_000)
afterAll(() => rmSync(AT, { recursive: true, force: true }))

test('the lines by which a Debian machine gets a publisher do what they say', () => {
  expect(status, printed.slice(-3000)).toBe(0)
  expect(printed).toMatch(/info published [\da-f]{7} "The outlet begins": 1 articles/)
  expect(printed).toContain('"status":"ok"')
  expect(printed).toContain('ended well')
  expect(printed).toContain('test is successful')
  expect(printed).toContain('systemctl reload nginx')
  for (const name of ['nginx', 'git', 'npm']) expect(printed).toContain(`package ${name}`)
  expect(existsSync(join(UPPER, 'etc/systemd/system/publisher@.service'))).toBe(true)
  expect(readFileSync(join(UPPER, 'etc/nginx/conf.d/harian.conf'), 'utf8')).toContain(
    'root /srv/news/harian/dist;',
  )
})

test('there are ten', () => {
  expect(linesOf('docs/publisher.md').trim().split('\n')).toHaveLength(10)
})

/** The first commands of a page. */
function linesOf(file: string): string {
  const [, lines] = /```sh\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8')) ?? []
  if (lines === undefined) throw new Error(`${file} has no commands`)
  return lines
}
