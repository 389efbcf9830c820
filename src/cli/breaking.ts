import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { breakingSchema } from '#domain/breaking.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone, parseMoment } from '#domain/zoned-time.ts'
import { type NewsroomFolder, newsroomFolder, pathFrom } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { isError, lineOf, type Problem } from '#desk/problem.ts'
import { readContentFile } from '#desk/read-content-file.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { checkBreaking } from '#desk/rules/breaking.ts'
import { checkSchema } from '#desk/rules/schema.ts'
import { parseSource } from '#desk/source.ts'

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const USAGE = 'npm run -s news -- breaking "Text" --until 2h [--article the-name | --href /a/path/]'

/** The fields of the file, as they are written; undefined for one that is not there. */
type Line = Partial<Record<'text' | 'article' | 'href' | 'from' | 'until', string | undefined>>

/**
 * Writes the line of breaking news into `src/content/breaking.yml`, ends it, or tells which there is. Returns 0.
 * @throws Error that says what is wrong; nothing is written then
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      href: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      end: { type: 'boolean' },
    },
  })
  const folder = newsroomFolder()
  const site = await readSite(folder)
  const now = isoInZone(buildMoment(), site.timeZone)
  if (positionals.length > 1)
    throw new Error(`The line is one text, in quotes: npm run -s news -- breaking "${positionals.join(' ')}"`)
  const [text] = positionals
  if (values.end) {
    if (text !== undefined) throw new Error('"--end" ends the line that there is: it takes no text.')
    await endAt(now, folder, site)
  } else if (text === undefined) {
    if (Object.keys(values).length > 0) throw new Error(`What does the line say? ${USAGE}`)
    console.log(await told(folder, site))
  } else {
    if (values.until === undefined) throw new Error(`Say until when it stands. ${USAGE}`)
    const { article, href } = values
    const from = values.from ?? now
    const until = momentIn(values.until, from, site)
    await write({ text, article, href, from, until }, folder, site)
    console.log(`${await told(folder, site)}\nReaders see it with the next build.`)
  }
  return 0
}

/** Of `2h`, `30m` or `1d` after a moment, or of a date. */
function momentIn(written: string, from: string, { timeZone }: Site): string {
  const [, count, unit] = /^(\d+)\s*([mhd])$/.exec(written) ?? []
  const begin = parseMoment(from, timeZone)
  if (count === undefined || !begin) return written
  return isoInZone(new Date(begin.getTime() + Number(count) * UNITS[unit as keyof typeof UNITS]), timeZone)
}

async function endAt(now: string, folder: NewsroomFolder, site: Site): Promise<void> {
  const line = await lineIn(folder)
  const { from, until } = breakingSchema(site.timeZone).safeParse(line).data ?? {}
  if (!from || !until || until <= buildMoment()) {
    console.log('There is no line of breaking news to end.')
    return
  }
  // One that has not begun never will.
  const begun = from < buildMoment()
  if (begun) await write({ ...line, until: now }, folder, site)
  else await writeFile(folder.breaking, '# No line.\n')
  console.log(
    begun
      ? `It is over since ${now}. The next build tells readers.`
      : 'It was taken out before anybody saw it.',
  )
}

async function told(folder: NewsroomFolder, site: Site): Promise<string> {
  const line = breakingSchema(site.timeZone).safeParse(await lineIn(folder)).data
  if (!line) return 'There is no line of breaking news.'
  const [from, until] = [line.from, line.until].map((moment) => isoInZone(moment, site.timeZone))
  const isOver = line.until <= buildMoment()
  return `${isOver ? 'There was, and it is over' : 'There is'}: "${line.text}", from ${from} until ${until}.`
}

async function lineIn(folder: NewsroomFolder): Promise<Line> {
  const source = await readContentFile(folder, folder.breaking)
  if (Array.isArray(source)) throw new Error(source.map(lineOf).join('\n'))
  return (source?.data ?? {}) as Line
}

/** Leaves the comments of the file. It is written only when it would pass the desk. */
async function write(line: Line, folder: NewsroomFolder, site: Site): Promise<void> {
  const before = await readFile(folder.breaking, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const document = parseDocument(before)
  // What cannot be read is replaced: the newsroom is in a hurry.
  const next = document.errors.length > 0 || document.contents === null ? parseDocument('{}') : document
  if (next.contents && 'flow' in next.contents) next.contents.flow = false
  for (const key of ['text', 'article', 'href', 'from', 'until'] as const) {
    const value = line[key]
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  const text = next.toString({ lineWidth: 0 })
  const faults = await faultsOf(text, folder, site)
  if (faults.length > 0)
    throw new Error(`Nothing was written.\n${faults.map(({ message }) => message).join('\n')}`)
  await mkdir(dirname(folder.breaking), { recursive: true })
  await writeFile(folder.breaking, text)
}

/** What keeps a file of this text from being published. */
async function faultsOf(text: string, folder: NewsroomFolder, site: Site): Promise<Problem[]> {
  const breaking = parseSource(Buffer.from(text), pathFrom(folder.root, folder.breaking), 'breaking')
  if (Array.isArray(breaking)) return breaking
  const files = { ...(await readNewsroom(folder)), breaking }
  const found = [...checkSchema(files, site), ...checkBreaking(files, site)]
  return found.filter((problem) => isError(problem) && problem.file === breaking.file)
}
