import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { takeLock } from '#build/publish/lock/lock.ts'
import { cacheValue } from '#cache/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { systemClock } from './clock.ts'
import { commitProgram } from './git/commit-program.ts'
import { countReaders } from './count-readers.ts'
import { folderSource } from './folder-source.ts'
import { gitSource } from './git/git-source.ts'
import { withToken } from './git/run-git.ts'
import { HookReceiver } from './hook/receive-hook.ts'
import { type Log, logTo } from './log.ts'
import { lookNow } from './look-now.ts'
import { outletReader } from './outlet.ts'
import { Publisher } from './publisher.ts'
import { loadedProgram } from '#publisher/loaded/loaded-program.ts'
import { isHanging } from './server/health.ts'
import { isLoopback } from './server/loopback.ts'
import { startServer } from './server/server.ts'
import { type PublisherSettings, publisherSettings, withoutSecrets } from './settings.ts'
import { type Remembered, StatusBoard } from './status.ts'
import { feedWatchdog, systemdNotify } from './systemd.ts'
import { NewsroomTeller } from './tell/tell-newsroom.ts'
import { FolderWatch } from './watch/folder-watch.ts'

/** Milliseconds between two counts of the access log. */
const COUNT_EVERY = 5 * 60_000
/** Milliseconds that what is still being told has when the publisher ends. */
const LAST_WORDS = 5000

/** What ends something. */
type End = () => void | Promise<void>

/**
 * Publishes the outlet that the environment names until the process is told to end, by SIGTERM or SIGINT.
 * @param write prints a line of the log
 * @throws Error on settings that cannot be used, a second publisher of the outlet, or an address that is another's
 */
export async function runPublisher(write: (line: string) => void): Promise<void> {
  const settings = publisherSettings()
  const { outDir, secrets, mail } = settings
  const lock = await takeLock(join(dirname(outDir), `.${basename(outDir)}.publisher.lock`), {
    patience: 0,
    work: 'publisher',
  })
  const log = logTo(write, {
    format: settings.logFormat,
    secrets: [...Object.values(secrets), mail?.server],
    now: systemClock.now,
  })
  const notify = systemdNotify(process.env)
  const ended = signalled()
  const { ends, publisher } = await begin(settings, log, (state) => notify(`STATUS=${state}`))
  const isWell = () => !isHanging(publisher.status, systemClock.now())
  ends.unshift(feedWatchdog(notify, { env: process.env, clock: systemClock, pid: process.pid, isWell }))
  notify('--ready', 'STATUS=Publishing')
  const signal = await ended
  log({ level: 'info', message: `ends (${signal})` })
  notify('STOPPING=1')
  for (const end of ends) await end()
  lock.release()
}

async function begin(
  settings: PublisherSettings,
  log: Log,
  say: (state: string) => void,
): Promise<{ ends: End[]; publisher: Publisher }> {
  const { newsroom, program, outDir, caches, repository, secrets, listen, pageUrl, accessLogs } = settings
  const clock = systemClock
  const env = withoutSecrets(process.env)
  const { readership } = newsroomFolder(newsroom)
  const kept = repository && accessLogs.length > 0 ? join(caches, 'readership.json') : undefined
  const source = repository
    ? gitSource({
        ...{ ...repository, newsroom },
        readership: kept === undefined ? undefined : { kept, inNewsroom: readership },
        env: withToken(env, repository.url, secrets.forge),
      })
    : folderSource(newsroom)
  const remembered = cacheValue<Remembered>('publisher', caches, [repository])
  const board = new StatusBoard(clock.now(), remembered.read(), (value) => remembered.write(value))
  const outlet = outletReader(newsroom)
  const onInstall = () => log({ level: 'info', message: 'installs the packages that the commit names' })
  const teller = new NewsroomTeller(settings, log, async () => (await outlet()).texts.report)
  const publisher = new Publisher({
    ...{ source, board, clock, log },
    maker: loadedProgram({
      ...{ program, newsroom, outDir },
      // Those of a newsroom in a checkout would go with the next commit.
      env: repository ? { CACHE_DIR: caches, ...env } : env,
      ...(repository && {
        programNow: (signal) =>
          commitProgram({ ...repository, newsroom, program, caches, env, onInstall }, signal),
      }),
    }),
    countReaders: () => countReaders({ ...{ newsroom, readership, kept, env, log }, logs: accessLogs }),
    tell: (attempt, { refused, published }) => {
      teller.tell(attempt, refused === undefined)
      const since = published ? `public since ${new Date(published.at).toISOString()}` : 'nothing is public'
      say(refused ? `${since}; something has to be mended` : since)
    },
  })

  const ends: End[] = []
  if (listen) {
    const branch = repository?.branch ?? ''
    const onPush = () => publisher.want('commit')
    const server = await startServer({
      ...{ listen, clock, outlet, pageUrl },
      status: () => publisher.status,
      hook:
        secrets.webhook === undefined
          ? undefined
          : new HookReceiver({ secret: secrets.webhook, branch, clock, log, onPush }),
      look: () => lookNow(publisher),
    })
    ends.push(server.close)
    log({ level: 'info', message: `the newsroom’s page is at http://${listen.host}:${server.port}/` })
    if (!isLoopback(listen.host) && listen.host !== 'localhost')
      log({
        level: 'warning',
        message:
          'The newsroom’s page, which names what is under embargo, is open to whoever reaches that address.',
      })
  }
  if (repository) ends.push(every(settings.pollSeconds * 1000, () => publisher.want('commit')))
  else {
    const watch = new FolderWatch({
      ...{ root: newsroom, clock, lookEvery: settings.pollSeconds * 1000 },
      // What is counted here asks for a publication itself.
      except: accessLogs.length > 0 ? [readership] : [],
      onChange: () => publisher.want('files'),
      onTrouble: (message) => log({ level: 'warning', message }),
    })
    ends.push(() => watch.stop())
  }
  if (accessLogs.length > 0) ends.push(every(COUNT_EVERY, () => publisher.want('readership')))
  ends.push(
    () => publisher.close(),
    () => Promise.race([teller.settled(), new Promise<void>((done) => setTimeout(done, LAST_WORDS).unref())]),
  )
  publisher.want('start')
  return { ends, publisher }
}

/** Calls again and again; not at all for 0 milliseconds. @returns what ends that */
function every(milliseconds: number, call: () => void): End {
  if (milliseconds === 0) return () => {}
  const timer = setInterval(call, milliseconds)
  return () => clearInterval(timer)
}

/** Resolves with the first signal that asks the process to end; the second ends it at once, as it would without this. */
function signalled(): Promise<NodeJS.Signals> {
  return new Promise((done) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, done)
  })
}
