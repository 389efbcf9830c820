import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Document, isMap, isSeq } from 'yaml'
import { checkNewsroom } from '#desk/check.ts'
import { entriesFolder } from '#desk/live/entry-place.ts'
import { buildMoment } from '#desk/moment.ts'
import { isError } from '#desk/problem.ts'
import { type NewsroomFiles, readNewsroom } from '#desk/read-newsroom.ts'
import type { Source } from '#desk/source.ts'
import { momentInName } from '#domain/live/moment-in-name.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone, parseMoment } from '#domain/zoned-time.ts'

/** What is said of an entry that is to be written. */
export interface GivenEntry {
  text: string
  title?: string | undefined
  key?: boolean | undefined
  pinned?: boolean | undefined
  author?: string[] | undefined
  /** A picture's file, which is copied beside the entry. */
  image?: string | undefined
  /** What the picture shows. */
  alt?: string | undefined
  /** As the author wrote it; now unless given. */
  at?: string | undefined
}

/**
 * Writes the file of an entry, named by its moment, and tells where it is.
 * @throws Error when the desk would refuse it; nothing is left of it then
 */
export async function writeEntry(
  article: Source,
  given: GivenEntry,
  { folder, entries }: NewsroomFiles,
  site: Site,
): Promise<string> {
  const at = given.at === undefined ? buildMoment() : parseMoment(given.at, site.timeZone)
  if (!at) throw new Error(`--at is "${given.at}", but must be a date such as 2026-11-29T19:04.`)
  if ((given.image === undefined) !== (given.alt === undefined))
    throw new Error('A picture needs both: --image with its file, and --alt with what it shows.')
  const home = entriesFolder(article.file)
  const named = new Set(entries.get(article.file)?.map(({ slug }) => slug))
  const name = freeName(
    isoInZone(at, site.timeZone),
    (one) => named.has(one) || existsSync(join(folder.root, home, `${one}.md`)),
  )
  const file = `${home}/${name}.md`
  const picture = given.image && `${name}${extname(given.image).toLowerCase()}`
  const written = [file, ...(picture ? [`${home}/${picture}`] : [])].map((one) => join(folder.root, one))
  await mkdir(join(folder.root, home), { recursive: true })
  try {
    if (given.image && picture) await copyFile(given.image, join(folder.root, home, picture))
    await writeFile(
      join(folder.root, file),
      entryText(given, picture, isoInZone(at, site.timeZone).slice(0, 16)),
      { flag: 'wx' },
    )
    await mustBeSound(file, folder, site)
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })))
    throw error
  }
  return file
}

/** `2026-11-29-1904` of `2026-11-29T19:04:30+07:00`, with a number where there is one of that name. */
function freeName(iso: string, isTaken: (name: string) => boolean): string {
  const name = iso.slice(0, 16).replace('T', '-').replace(':', '')
  if (momentInName(name) === undefined) throw new Error(`${iso} cannot be the name of a file.`)
  if (!isTaken(name)) return name
  let number = 2
  while (isTaken(`${name}-${number}`)) number++
  return `${name}-${number}`
}

function entryText(
  { text, title, key, pinned, author, alt }: GivenEntry,
  picture: string | undefined,
  at: string,
): string {
  const fields = {
    // A text that begins as front matter does needs some before it.
    ...(text.startsWith('---') && { at }),
    ...(title !== undefined && { title }),
    ...(author && { authors: author }),
    ...(key && { key }),
    ...(pinned && { pinned }),
    ...(picture && { image: { src: `./${picture}`, alt } }),
  }
  const body = text === '' ? '' : `${text}\n`
  if (Object.keys(fields).length === 0) return body
  const front = new Document(fields)
  for (const field of ['authors', 'image']) {
    const node = front.get(field, true)
    if (isSeq(node) || isMap(node)) node.flow = true
  }
  return `---\n${front.toString({ lineWidth: 0 })}---\n\n${body}`
}

async function mustBeSound(file: string, folder: NewsroomFiles['folder'], site: Site): Promise<void> {
  const problems = await checkNewsroom(await readNewsroom(folder), site)
  const own = problems.filter((problem) => isError(problem) && problem.file === file)
  if (own.length === 0) return
  const lines = own.map(({ line, message }) => `  ${file}:${line} ${message}`)
  throw new Error(`Nothing was written, as the desk would refuse the entry:\n${lines.join('\n')}`)
}
