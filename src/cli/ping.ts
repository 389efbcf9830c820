import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { indexNow } from './ping/index-now.ts'
import { type Memory, readMemory, writeMemory } from './ping/memory.ts'
import { changesFor, notify } from './ping/notify.ts'
import { feedsIn, pagesIn } from './ping/published.ts'
import type { Receiver } from './ping/receiver.ts'
import { hubAt } from './ping/web-sub.ts'

/**
 * Tells hubs and search engines what is new on the site since they were last
 * told. Returns 0, or 1 when one of them did not take it.
 * @throws Error when there is no built site, or its memory cannot be read
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      all: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      receivers: { type: 'boolean', default: false },
      timeout: { type: 'string', default: '10' },
    },
  })
  const folder = newsroomFolder()
  const dist = process.env.OUT_DIR || 'dist'
  const receivers = receiversOf(await readSite(folder), dist, secondsIn(values.timeout) * 1000)
  if (values.receivers) {
    for (const { address } of receivers) console.log(address)
    return 0
  }
  if (receivers.length === 0) {
    console.log('Nobody is to be told: src/site.config.ts names neither hubs under "feeds" nor "indexNow".')
    return 0
  }
  if (!existsSync(dist)) throw new Error(`There is no site in ${dist}. Build it first: npm run build`)

  const memory = await readMemory(folder)
  let faults = 0
  for (const receiver of receivers) {
    faults += await ping(receiver, memory, values)
    if (!values['dry-run']) writeMemory(folder, memory)
  }
  return faults > 0 ? 1 : 0
}

interface PingOptions {
  all: boolean
  'dry-run': boolean
}

/** Tells one receiver, and notes in `memory` what it knows now; the number of faults. */
async function ping(receiver: Receiver, memory: Memory, options: PingOptions): Promise<number> {
  const { address, nouns } = receiver
  const now = await receiver.versions()
  const count = (number: number) => `${number} ${nouns[number === 1 ? 0 : 1]}`
  const known = options.all ? {} : memory[address]
  if (known === undefined) {
    const remembered = options['dry-run'] ? 'would be remembered' : 'remembered'
    console.log(
      `${address} was never told anything from here: ${count(Object.keys(now).length)} ${remembered}, and changes told from then on. --all tells of them now.`,
    )
    memory[address] = now
    return 0
  }
  const changes = changesFor(receiver, known, now)
  if (options['dry-run']) {
    console.log([`${address} would be told of ${count(changes.length)}`, ...changes].join('\n  '))
    return 0
  }
  const { known: after, notified, faults } = await notify(receiver, changes, known, now)
  memory[address] = after
  console.log(`${address} was told of ${count(notified.length)}`)
  for (const fault of faults) console.error(`${fault} The next ping tries again.`)
  return faults.length
}

function receiversOf(site: Site, dist: string, timeout: number): Receiver[] {
  const links = linksFor(site)
  let feeds: ReturnType<typeof feedsIn> | undefined
  const hubs = site.feeds.hubs.map((hub) => hubAt(hub, () => (feeds ??= feedsIn(dist, links)), timeout))
  return site.indexNow ? [...hubs, indexNow(site.indexNow, links, () => pagesIn(dist, links), timeout)] : hubs
}

function secondsIn(text: string): number {
  const seconds = Number(text)
  if (seconds > 0) return seconds
  throw new Error(`--timeout is "${text}", but must be a number of seconds.`)
}
