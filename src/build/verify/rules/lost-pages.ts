import type { Problem } from '#desk/problem.ts'
import { type JudgedSite, pagesOf, siteProblem, WHOLE_SITE } from '#build/verify/judged-site.ts'
import { renamedIn, tellRenamed } from './renamed.ts'

/** So many may always go, if that is not half: in a small outlet one article with its tags would be too large a share. */
const ALWAYS = 5
const NAMED = 5
/** The later pages of a list come and go with its page size; what they list has addresses of its own. */
const NUMBERED = /\/(page|live)\/\d+\/index\.html$/

/** What is wrong when more addresses of the last publication are gone than `maxLoss` percent, and than a few. */
export function lostPages({
  output,
  last,
  maxLoss,
}: Pick<JudgedSite, 'output' | 'last' | 'maxLoss'>): Problem[] {
  if (!last) return []
  const next = pagesOf(output)
  const before = new Set(last.pages)
  const came = [...next].filter((file) => !before.has(file))
  return [
    { noun: 'articles', files: last.articles },
    { noun: 'pages', files: last.pages.filter((file) => !NUMBERED.test(file)) },
  ].flatMap(({ noun, files }) => {
    const gone = files.filter((file) => !next.has(file)).sort()
    if (gone.length <= allowed(files.length, maxLoss)) return []
    const share = Math.round((gone.length / files.length) * 100)
    const names = gone.slice(0, NAMED).map((file) => file.replace(/index\.html$/, ''))
    const renamed = renamedIn(
      last.pages.filter((file) => !next.has(file)),
      came,
    ).map((one) => ` ${tellRenamed(one)}`)
    const isMeant =
      renamed.length > 0 ? 'If pages are meant to go' : 'See where they are; if they are meant to go'
    const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : ''
    return [
      siteProblem(
        'lost-pages',
        WHOLE_SITE,
        `${gone.length} of the ${files.length} ${noun} that were published last are gone, ${share} %: ${names.join(', ')}${more}. publish.maxLoss in src/site.config.ts allows ${maxLoss} %.${renamed.join('')} ${isMeant}, build with: npm run build -- --accept-loss`,
      ),
    ]
  })
}

function allowed(all: number, maxLoss: number): number {
  return Math.max((all * maxLoss) / 100, Math.min(ALWAYS, Math.ceil(all / 2) - 1))
}
