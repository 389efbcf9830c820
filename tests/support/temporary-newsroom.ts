import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Rule } from '#desk/check.ts'
import { type NewsroomFolder, newsroomFolder } from '#desk/folder.ts'
import type { Problem } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { parseSite } from '#domain/site.ts'
import { parseTheme } from '#styles/theme.ts'

export { articleFile } from './article-file.ts'

type Files = Record<string, string | Uint8Array>

export const SITE = parseSite({ name: 'Warta', tagline: 'News', url: 'https://warta.example/' })

/** The author and the category that `articleFile` names. */
export const STAFF: Files = {
  'src/content/authors/budi.yml': 'name: Budi',
  'src/content/categories/politics.yml': 'name: Politics',
}

/** A newsroom of these files, by their paths, that goes when the test is over. */
export async function temporaryNewsroom(files: Files): Promise<NewsroomFolder> {
  const root = await mkdtemp(join(tmpdir(), 'warta-newsroom-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return newsroomFolder(root)
}

/** What one rule says of a newsroom of these files. */
export async function problemsOf(
  rule: Rule,
  files: Files,
  site = SITE,
  theme = parseTheme({}),
): Promise<Problem[]> {
  return withoutCauses(await rule(await readNewsroom(await temporaryNewsroom(files)), site, theme))
}

/** Problems in the form of `problemAt`, without their causes. */
export function withoutCauses(problems: readonly Problem[]): Problem[] {
  return problems.map(({ cause: _, ...rest }) => rest)
}

/** An error at `file:line:column` whose message holds `words`. */
export function problemAt(place: string, words: string): object {
  const [file, line, column] = place.split(':')
  return { file, line: Number(line), column: Number(column), message: expect.stringContaining(words) }
}

export function warningAt(place: string, words: string): object {
  return { ...problemAt(place, words), severity: 'warning' }
}
