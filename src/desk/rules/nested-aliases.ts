import { aliasFile } from '#domain/alias-file.ts'
import { hasQuery } from '#domain/query-alias.ts'
import { allAliases, type Named, sameCase } from '../aliases.ts'
import type { Site } from '#domain/site.ts'
import { shownIn } from '../article-place.ts'
import type { Problem } from '../problem.ts'
import type { Source } from '../source.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/**
 * An old address such as `/old.html` is a file, and no other old address can lie below a file, as `/old.html/sub/` would.
 * Nor can one lie below a page's own file, its Markdown, or what is compressed of either.
 */
export function checkNestedAliases(files: NewsroomFiles, site: Site): Problem[] {
  const { sources } = files
  const aliases = allAliases(files).flatMap((alias) => {
    const file = fileOf(alias)
    return file === undefined ? [] : [{ ...alias, file }]
  })
  const ownerOf = new Map([['index.html', 'the front page, /index.html']])
  const own = (path: string, file: string) => ownerOf.set(path, `"/${path}" of ${file}`)
  const folderOf = (source: Source) => {
    const { path } = shownIn(source, site)
    return path === '' ? '' : `${path}/`
  }
  for (const { slug, file } of sources.categories) own(`${slug}/index.html`, file)
  for (const source of sources.pages) own(`${folderOf(source)}${source.slug}/index.html`, source.file)
  for (const source of sources.articles) {
    const path = `${folderOf(source)}${String(source.data.category)}/${source.slug}`
    for (const file of [`${path}/index.html`, `${path}.md`]) own(file, source.file)
  }
  for (const { file, name, source } of aliases) ownerOf.set(file, `"${name}" of ${source.file}`)
  const ownerAbove = (file: string) =>
    foldersOf(file)
      .map((folder) => ownerOf.get(folder.replace(/\.(br|gz)$/, '')))
      .find((owner) => owner !== undefined)

  return aliases.flatMap(({ source, name, path, file }) => {
    const owner = ownerAbove(file)
    if (owner === undefined) return []
    const message = `the alias "${name}" lies below ${owner}, which is a file, not a folder. Take this alias out, or change it.`
    return [{ file: source.file, ...source.placeOf(path), message }]
  })
}

function fileOf({ name }: Named): string | undefined {
  if (hasQuery(name)) return undefined
  try {
    return sameCase(aliasFile(name))
  } catch {
    // The schema says so.
    return undefined
  }
}

/** The folders that a file lies in: of `a/b/c`, `a` and `a/b`. */
function foldersOf(file: string): string[] {
  const steps = file.split('/').slice(0, -1)
  return steps.map((_, i) => steps.slice(0, i + 1).join('/'))
}
