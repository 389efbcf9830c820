import { nearest } from '#domain/nearest.ts'
import { tagLabel, tagSlug } from '#domain/tag-slug.ts'
import { tagsNamed } from '../named.ts'
import type { Problem } from '../problem.ts'
import type { NewsroomFiles } from '../read-newsroom.ts'
import type { Source } from '../source.ts'

/** A tag where it is written first. */
interface Label {
  name: string
  slug: string
  uses: number
  source: Source
  path: (string | number)[]
}

/** Tags that have one address although they differ by more than case, marks, blanks and hyphens: each would be listed under the other's name. */
export function checkTagNames({ sources, tags }: NewsroomFiles): Problem[] {
  const labelOf = new Map<string, Label>()
  const bySlug = new Map<string, Set<Label>>()
  const bySpelling = new Map<string, Label>()
  for (const source of sources.articles) {
    for (const [i, name] of tagsNamed(source).entries()) {
      const label = bySpelling.get(name) ?? labelFor(name, { source, path: ['tags', i] })
      label.uses++
      bySpelling.set(name, label)
    }
  }
  const alike = [...bySlug.values()].flatMap((labels) => {
    if (labels.size === 1) return []
    const [first, ...others] = [...labels].sort((a, b) => b.uses - a.uses)
    return first ? others.map((other) => tell(other, first)) : []
  })
  const unused = Object.keys(tags?.data ?? {}).filter((name) => !bySlug.has(tagSlug(name)))
  return tags ? [...alike, ...unused.map((name) => tellUnused(name, tags, [...bySpelling.keys()]))] : alike

  function labelFor(name: string, place: Pick<Label, 'source' | 'path'>): Label {
    const slug = tagSlug(name)
    const key = `${slug}\n${tagLabel(name)}`
    const label = labelOf.get(key) ?? { name, slug, uses: 0, ...place }
    labelOf.set(key, label)
    bySlug.set(slug, (bySlug.get(slug) ?? new Set()).add(label))
    return label
  }
}

function tell({ name, slug, source, path }: Label, first: Label): Problem {
  const { line } = first.source.placeOf(first.path)
  return {
    file: source.file,
    ...source.placeOf(path),
    message: `the tag "${name}" and "${first.name}" of ${first.source.file}:${line} have one address, /tag/${slug}/, and are one tag to readers. Write them alike, or tell them apart by letters or digits.`,
    severity: 'warning',
  }
}

function tellUnused(name: string, tags: Source, known: readonly string[]): Problem {
  const near = nearest(name, known)
  return {
    file: tags.file,
    ...tags.placeOf([name], 'key'),
    message: `no article has the tag "${name}", so its old addresses lead nowhere. ${near ? `Did you mean "${near}"?` : 'Name the tag as articles do, or take it out.'}`,
    severity: 'warning',
  }
}
