import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { buildMoment } from '#desk/moment.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { askForMissing } from './ask-article.ts'
import { faultsOf, type Given, missingIn } from './given-article.ts'
import { startArticle } from './start-article.ts'
import { canAsk, type Terminal } from './terminal.ts'

/**
 * Starts an article: what the flags leave open is asked for, or where nobody
 * can be asked, named in one message. Returns 0, or 1 when the author breaks off.
 * @throws Error that says what is missing, wrong or taken; nothing is written then.
 */
export async function run(
  args: string[],
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const given = parseFlags(args)
  const folder = newsroomFolder()
  const [site, files] = await Promise.all([readSite(folder), readNewsroom(folder)])
  const faults = faultsOf(given, files, site)
  if (faults.length > 0) throw new Error(faults.join('\n'))

  const missing = missingIn(given)
  if (missing.length > 0 && !canAsk(terminal)) {
    throw new Error(
      `Still missing: ${missing.join(', ')}. In a terminal they are asked for; elsewhere they must be given:\n` +
        '  npm run news -- new "Title" --category politics --author budi-santoso',
    )
  }
  const wanted = missing.length > 0 ? await askForMissing(given, files, site, terminal) : given
  if (wanted === undefined) {
    console.error('Nothing was written.')
    return 1
  }
  const { file, released } = await startArticle(wanted, files, site)
  console.log(`${file} is there.`)
  console.log(whenReadersSeeIt(released))
  return 0
}

/** @param released ISO 8601; undefined for a draft */
function whenReadersSeeIt(released: string | undefined): string {
  if (released === undefined)
    return 'It is a draft: readers see it once its text is written and the line "draft: true" is taken out.'
  return new Date(released) > buildMoment()
    ? `It is published at ${released}, as it then stands: write its text before that.`
    : `Its date, ${released}, is past: the next build publishes it as it stands. Write its text before that.`
}

function parseFlags(args: string[]): Given {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      description: { type: 'string' },
      category: { type: 'string' },
      author: { type: 'string', multiple: true },
      tag: { type: 'string', multiple: true },
      'publish-at': { type: 'string' },
      draft: { type: 'boolean' },
      slug: { type: 'string' },
    },
  })
  if (positionals.length > 1) {
    throw new Error(`The title is one text, in quotes: npm run news -- new "${positionals.join(' ')}"`)
  }
  return {
    title: positionals[0],
    description: values.description,
    category: values.category,
    authors: values.author,
    tags: values.tag,
    publishedAt: values['publish-at'],
    draft: values.draft,
    slug: values.slug,
  }
}
