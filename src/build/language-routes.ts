import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { InjectedRoute } from 'astro'
import type { Multilingual } from '#domain/languages.ts'
import { PROGRAM_ROOT } from '#program-root.ts'

/** Routes of which an outlet has one set, at its root, for all of its languages. */
const ONCE = [
  '404.astro',
  'admin/',
  'cards/',
  'fragments/old/',
  'robots.txt.ts',
  '[icon].',
  '[indexNowKey].txt.ts',
  '[...alias].ts',
  '[...settings].txt.ts',
  '[sitemap].xml.ts',
]

/** The routes of the outlet's further languages: each page of the root once more, below the folder of the language. */
export function languageRoutes({ languages }: Pick<Multilingual, 'languages'>): InjectedRoute[] {
  if (languages.length === 0) return []
  const folder = join(PROGRAM_ROOT, 'src/pages')
  const files = globSync('**/*.{astro,ts}', { cwd: folder, exclude: ['**/*.test.ts'] })
    .filter((file) => !ONCE.some((start) => file.startsWith(start)))
    .sort()
  return languages.flatMap(({ path }) =>
    files.map((file) => ({ pattern: `/${path}${patternOf(file)}`, entrypoint: join(folder, file) })),
  )
}

/** What Astro makes of a file's place in the folder of pages. */
function patternOf(file: string): string {
  return `/${file.replace(/\.(astro|ts)$/, '')}`.replace(/\/index$/, '')
}
