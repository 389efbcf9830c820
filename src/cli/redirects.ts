import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { addressedAt } from '#desk/addressed.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { publishedFrom } from '#desk/published-from.ts'
import { type NewsroomFiles, readWholeNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import type { Site } from '#domain/site.ts'
import type { Addressed } from '#domain/addressed.ts'
import { languagesOf } from '#domain/languages.ts'
import { type Links, linksFor } from '#domain/links.ts'
import { type AllMoved, firstOfEach, movedIn } from '#domain/moved.ts'
import { addressedBelow } from '#domain/moved-to-language.ts'
import { movedLists, movedViews } from '#domain/old-lists.ts'
import { monthOf } from '#domain/zoned-time.ts'
import { writeCaddy } from '#syndication/redirects/caddy.ts'
import {
  MOST_CLOUDFLARE_FOLDERS,
  MOST_CLOUDFLARE_RULES,
  writeCloudflare,
} from '#syndication/redirects/cloudflare.ts'
import { writeNetlify } from '#syndication/redirects/netlify.ts'
import { writeNginx } from '#syndication/redirects/nginx.ts'
import { type RedirectRules, rulesFor } from '#syndication/redirects/rules.ts'

const FORMATS: Record<string, (rules: RedirectRules) => string> = {
  nginx: writeNginx,
  caddy: writeCaddy,
  netlify: writeNetlify,
  cloudflare: writeCloudflare,
}
const USAGE = `npm run news -- redirects --format ${Object.keys(FORMATS).join('|')} [--out <file>]`

/**
 * Writes rules for a web server, to the terminal or into a file, by which every
 * old address of what is published is answered with a 301.
 * @throws Error when no format is named, and NewsroomError when a file cannot be read
 */
export async function run(args: string[]): Promise<number> {
  const { format = '', out } = parsed(args)
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (!write) throw new Error(USAGE)
  const rules = await readRules(format)
  const text = write(rules)
  if (format === 'cloudflare' && rules.paths.length > MOST_CLOUDFLARE_RULES)
    console.error(
      `Cloudflare Pages takes ${MOST_CLOUDFLARE_RULES} rules of these ${rules.paths.length}. Leave the file out, and the pages of the build send readers on, or load the list into Cloudflare's Bulk Redirects.`,
    )
  if (format === 'cloudflare' && rules.folders.length > MOST_CLOUDFLARE_FOLDERS)
    console.error(
      `Cloudflare Pages takes ${MOST_CLOUDFLARE_FOLDERS} rules for whole folders of these ${rules.folders.length}: below the others, the pages of the build send readers on.`,
    )
  const asked = rules.queries.flatMap(({ addresses }) => addresses)
  if (format === 'cloudflare' && asked.length > 0)
    console.error(
      `Cloudflare Pages knows no queries: ${asked.length} old addresses with one, such as that of ${asked[0]?.to}, lead nowhere there. Cloudflare's Redirect Rules or another host can send them on.`,
    )
  if (out === undefined) {
    process.stdout.write(text)
  } else {
    await writeFile(out, text)
    const folders = rules.folders.length > 0 ? ` and all below ${rules.folders.length} folders` : ''
    console.log(
      `${rules.paths.length + rules.numbers.length + (format === 'cloudflare' ? 0 : asked.length)} addresses${folders}, written to ${out}`,
    )
  }
  return 0
}

async function readRules(format: string): Promise<RedirectRules> {
  const folder = newsroomFolder()
  const site = await readSite(folder)
  const links = linksFor(site)
  const files = await readWholeNewsroom(folder)
  const moment = buildMoment()
  const moved = movedAt(files, site, moment)
  const isNew = firstOfEach()
  const pages = moved.flatMap((one) => one.pages.filter(isNew))
  const lists = moved.flatMap((one) => one.lists.filter(isNew))
  const named = [...pages, ...lists]
  const months = files.sources.articles
    .map((source) => publishedFrom(source, site.timeZone))
    .filter((from) => from <= moment.getTime())
    .map((from) => monthOf(new Date(from), site.timeZone))
  const taken = new Set([...files.sources.pages, ...files.sources.categories].map(({ slug }) => slug))
  const made = movedLists(named, { months: [...new Set(months)], taken }, links)
  const views = format === 'cloudflare' ? [] : movedViews(named, links)
  return {
    ...rulesFor({ pages: [...pages, ...made, ...views], lists }, links),
    ...(made.length > 0 && { feed: links.feed(links.front()), search: links.search() }),
  }
}

/** Old addresses by the files alone, those of each language of the outlet. */
function movedAt(files: NewsroomFiles, site: Site, moment: Date): AllMoved[] {
  const [main, ...others] = languagesOf(site).map((language) => ({
    path: language.path,
    links: linksFor(site, language),
    addressed: addressedAt(files, site, moment, language),
  })) as [InFiles, ...InFiles[]]
  return [
    movedIn(main.addressed, main.links),
    ...others.map(({ path, links, addressed }) =>
      movedIn(addressedBelow(addressed, main.addressed, path), links),
    ),
  ]
}

interface InFiles {
  path: string
  links: Links
  addressed: Addressed
}

function parsed(args: string[]): { format?: string | undefined; out?: string | undefined } {
  try {
    return parseArgs({ args, options: { format: { type: 'string' }, out: { type: 'string' } } }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
