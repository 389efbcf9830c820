import { aliasFile } from '#domain/alias-file.ts'
import { hasQuery } from '#domain/query-alias.ts'
import { allAliases, type Named, sameCase } from '../aliases.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'

/**
 * An old address such as `/old.html` is a file, and no other old address can lie below a file, as `/old.html/sub/` would.
 * Nor can one lie below a page's own file, its Markdown, or what is compressed of either.
 */
export function checkNestedAliases(files: NewsroomFiles): Problem[] {
  const { sources } = files
  const aliases = allAliases(files).flatMap((alias) => {
    const file = fileOf(alias)
    return file === undefined ? [] : [{ ...alias, file }]
  })
  const ownerOf = new Map([['index.html', 'the front page, /index.html']])
  for (const { slug, file } of [...sources.categories, ...sources.pages])
    ownerOf.set(`${slug}/index.html`, `"/${slug}/index.html" of ${file}`)
  for (const { slug, data, file } of sources.articles) {
    const path = `${String(data.category)}/${slug}`
    for (const own of [`${path}/index.html`, `${path}.md`]) ownerOf.set(own, `"/${own}" of ${file}`)
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
