import { aliasFile } from '#domain/alias-file.ts'
import { allAliases, type Named, sameCase } from '../aliases.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** An old address such as `/old.html` is a file, and no other old address can lie below a file, as `/old.html/sub/` would. */
export function checkNestedAliases(files: NewsroomFiles): Problem[] {
  const { sources } = files
  const aliases = allAliases(files).flatMap((alias) => {
    const file = fileOf(alias)
    return file === undefined ? [] : [{ ...alias, file }]
  })
  const ownerOf = new Map<string, { name: string; source: Source }>()
  for (const source of [...sources.categories, ...sources.pages])
    ownerOf.set(`${source.slug}/index.html`, { source, name: `/${source.slug}/index.html` })
  for (const source of sources.articles) {
    const path = `${String(source.data.category)}/${source.slug}/index.html`
    ownerOf.set(path, { source, name: `/${path}` })
  }
  for (const alias of aliases) ownerOf.set(alias.file, alias)

  return aliases.flatMap(({ source, name, path, file }) => {
    const above = foldersOf(file).find((folder) => ownerOf.has(folder))
    const owner = above === undefined ? undefined : ownerOf.get(above)
    if (!owner) return []
    const message = `the alias "${name}" lies below "${owner.name}" of ${owner.source.file}, which is a file, not a folder. Take this alias out, or change it.`
    return [{ file: source.file, ...source.placeOf(path), message }]
  })
}

function fileOf({ name }: Named): string | undefined {
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
