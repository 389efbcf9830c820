import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { type NewsroomFiles, readWholeNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import type { Source } from '#desk/source.ts'
import { breakOut } from './live/break-out.ts'
import { setState } from './live/set-state.ts'
import { writeEntry } from './live/write-entry.ts'
import { slugGiven, sourceNamed } from './rename/plan.ts'

const USAGE = `npm run -s news -- live SLUG "Text" [--title …] [--key] [--pinned] [--author …] [--image f --alt …] [--at …]
npm run -s news -- live SLUG --begin
npm run -s news -- live SLUG --end
npm run -s news -- live SLUG --breakout ENTRY --title "Title"`

/**
 * Writes an entry of live coverage, begins or ends the coverage, or starts an article from an entry. Returns 0.
 * @throws Error that says why nothing was done
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      key: { type: 'boolean' },
      pinned: { type: 'boolean' },
      author: { type: 'string', multiple: true },
      image: { type: 'string' },
      alt: { type: 'string' },
      at: { type: 'string' },
      begin: { type: 'boolean', default: false },
      end: { type: 'boolean', default: false },
      breakout: { type: 'string' },
    },
  })
  const [given, text, ...more] = positionals
  const { begin, end, breakout } = values
  const asked = [begin, end, breakout !== undefined, text !== undefined || values.image !== undefined]
  if (given === undefined || more.length > 0 || asked.filter(Boolean).length !== 1) throw new Error(USAGE)
  const folder = newsroomFolder()
  const [site, files] = await Promise.all([readSite(folder), readWholeNewsroom(folder)])
  const article = coverageNamed(files, given)
  if (begin || end) console.log(await setState(article, end ? 'ended' : 'live', files, site))
  else if (breakout !== undefined) console.log(await breakOut(article, breakout, values.title, files, site))
  else console.log(`${await writeEntry(article, { ...values, text: text ?? '' }, files, site)} is there.`)
  return 0
}

function coverageNamed({ sources }: NewsroomFiles, given: string): Source {
  const article = sourceNamed(sources.articles, 'article', slugGiven(given))
  if (article.data.live !== undefined) return article
  throw new Error(
    `${article.file} is no live coverage. Write into its front matter: live: { state: live, from: ${String(article.data.publishedAt)} }`,
  )
}
