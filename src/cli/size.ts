import { parseArgs } from 'node:util'
import { sizedFiles } from '#build/publish/site-size.ts'
import { buildSettings } from '#build/settings.ts'
import { type NewsroomFolder, newsroomFolder } from '#desk/folder.ts'
import { divide } from '#desk/held-back.ts'
import { buildMoment } from '#desk/moment.ts'
import { publishedFrom } from '#desk/published-from.ts'
import { readWholeNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { type Host, HOST_NAMES, HOSTS } from '#domain/host.ts'
import type { Site } from '#domain/site.ts'
import { KINDS, type Kind, kindOf } from './size/kinds.ts'
import { type Outlook, outlookOf, type SiteTotals } from './size/outlook.ts'

/** Of how many days the pace is taken. */
const LATELY = 90
const DAY = 24 * 60 * 60 * 1000
const MIB = 2 ** 20

interface SiteSize extends SiteTotals {
  kinds: Record<Kind, Pick<SiteTotals, 'files' | 'bytes'>>
  /** Articles a day of late. */
  pace: number
  /** Of the host that the settings name, or of every one where they name none with limits. */
  hosts: { host: Host; outlook: Outlook }[]
}

/**
 * Prints how many files and bytes the built site has, by what they are, and when they will be more than its host takes.
 * @throws Error where nothing was built yet
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { format: { type: 'string', default: 'text' } } })
  const { format } = values
  if (format !== 'text' && format !== 'json')
    throw new Error(`--format is "${format}", but must be text or json.`)
  const size = await readSize(buildSettings(process.env, []).outDir)
  console.log(format === 'json' ? JSON.stringify(size, null, 2) : tell(size))
  return 0
}

async function readSize(outDir: string): Promise<SiteSize> {
  const sized = sizedFiles(outDir)
  if (sized.length === 0) throw new Error(`There is no site in ${outDir}. Build it first: npm run build`)
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, { files: 0, bytes: 0 }])) as SiteSize['kinds']
  for (const { file, bytes } of sized) {
    const kind = kinds[kindOf(file)]
    kind.files++
    kind.bytes += bytes
  }
  const folder = newsroomFolder()
  const site = await readSite(folder)
  const { articles, pace } = await paceOf(folder, site)
  const totals = { files: sized.length, bytes: sized.reduce((sum, { bytes }) => sum + bytes, 0), articles }
  const { host } = site.publish
  const chosen = HOST_NAMES.filter((name) => host === 'own' || name === host)
  const hosts = chosen.flatMap((name) => {
    const outlook = outlookOf(totals, HOSTS[name], pace)
    return outlook ? [{ host: name, outlook }] : []
  })
  return { ...totals, kinds, pace, hosts }
}

async function paceOf(folder: NewsroomFolder, site: Site): Promise<Pick<SiteSize, 'articles' | 'pace'>> {
  const at = buildMoment()
  const { published } = divide(await readWholeNewsroom(folder), site, at)
  const since = at.getTime() - LATELY * DAY
  const lately = published.filter((source) => publishedFrom(source, site.timeZone) > since)
  return { articles: published.length, pace: lately.length / LATELY }
}

function tell({ kinds, files, bytes, articles, pace, hosts }: SiteSize): string {
  const rows = [
    ...KINDS.flatMap((kind) => (kinds[kind].files > 0 ? [[kind, kinds[kind]] as const] : [])),
    ['together', { files, bytes }] as const,
  ].map(([name, size]) => [name, size.files.toLocaleString('en'), (size.bytes / MIB).toFixed(1)] as const)
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
  const table = rows.map(
    ([name, count, mib]) =>
      `${name.padEnd(width(0))}  ${count.padStart(width(1))} files  ${mib.padStart(width(2))} MiB`,
  )
  const of = `${articles.toLocaleString('en')} articles, ${pace.toFixed(1)} a day in the last ${LATELY} days`
  return [...table, '', of, ...hosts.map(tellOutlook)].join('\n')
}

function tellOutlook({ host, outlook: { limit, most, now, days } }: SiteSize['hosts'][number]): string {
  const amount =
    limit === 'files'
      ? `${now.toLocaleString('en')} of ${most.toLocaleString('en')} files`
      : `${Math.round(now / MIB)} of ${Math.round(most / MIB)} MiB`
  const when =
    days === undefined
      ? 'at this pace never met'
      : days === 0
        ? 'more than it takes, or all of it'
        : `at this pace met in ${inWords(days)}`
  return `${HOSTS[host].name}: ${amount}, ${when}`
}

function inWords(days: number): string {
  if (days < 60) return `${days} days`
  const months = Math.round(days / 30.4)
  return months < 36 ? `${months} months` : `${Math.round(days / 365.25)} years`
}
