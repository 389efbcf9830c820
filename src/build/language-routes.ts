import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { InjectedRoute } from 'astro'
import type { Multilingual } from '#domain/languages.ts'
import { PROGRAM_ROOT } from '#program-root.ts'

/** Routes of which an outlet has one set, at its root, for all of its languages: what their patterns begin with. */
const ONCE = [
  '/404',
  '/admin/',
  '/cards/',
  '/fragments/old/',
  '/robots.txt',
  '/[icon].',
  '/[indexNowKey].txt',
  '/[...alias]',
  '/[...settings].txt',
  '/[sitemap].xml',
  '/[worker].js',
]

/** The routes of the outlet's further languages: each page of the root once more, below the folder of the language. */
export function languageRoutes({ languages }: Pick<Multilingual, 'languages'>): InjectedRoute[] {
  if (languages.length === 0) return []
  const folder = join(PROGRAM_ROOT, 'src/pages')
  // In the package endpoints are JavaScript.
  const routes = globSync('**/*.{astro,ts,js}', { cwd: folder, exclude: ['**/*.test.ts'] })
    .map((file) => ({ pattern: patternOf(file), entrypoint: join(folder, file) }))
    .filter(({ pattern }) => !ONCE.some((start) => pattern.startsWith(start)))
    .sort((a, b) => (a.pattern < b.pattern ? -1 : 1))
  return languages.flatMap(({ path }) =>
    routes.map(({ pattern, entrypoint }) => ({ pattern: `/${path}${pattern}`, entrypoint })),
  )
}

/** What Astro makes of a file's place in the folder of pages. */
function patternOf(file: string): string {
  return `/${file.replace(/\.(astro|ts|js)$/, '')}`.replace(/\/index$/, '')
}
