import type { Fault } from '#build/verify/fault.ts'
import type { Output } from '#build/verify/output.ts'

/** Own addresses, of one kind, that lead nowhere or to no element of their page. */
export function brokenLinks(output: Output, kind: 'links' | 'authored'): Fault[] {
  const judged: (string | null | undefined)[] = new Array(output.texts.size)
  const faults: Fault[] = []
  for (const [file, facts] of output.facts) {
    for (const link of facts[kind]) {
      if (judged[link] === undefined) judged[link] = judge(output.texts.at(link), output) ?? null
      const message = judged[link]
      if (message) faults.push({ file, message })
    }
  }
  return faults
}

function judge(link: string, { base, files, facts, texts }: Output): string | undefined {
  const mark = link.indexOf('#')
  const [path, hash] = mark === -1 ? [link, ''] : [link.slice(0, mark), link.slice(mark + 1)]
  if (!path.startsWith(base)) return `names ${link}, which lies outside the site, ${base}. Mend the link.`
  const below = decoded(path.slice(base.length))
  const anchor = decoded(hash)
  if (below === undefined || anchor === undefined) return `names ${link}, which is no address. Mend the link.`
  const target = targetOf(below, files)
  if (target === undefined)
    return `names ${link}, which is not there. Mend the address, or see why it was not made.`
  const found = facts.get(target)
  // Anchors of a fragment are of the page that takes it in; text fragments are the browser's.
  if (anchor === '' || anchor === 'top' || anchor.startsWith(':~:') || !found || found.kind === 'part')
    return undefined
  const id = texts.numberOf(anchor)
  if (id !== undefined && found.ids.includes(id)) return undefined
  return `names ${link}, but nothing on that page has the id "${anchor}". Mend what stands after the #.`
}

/** A page's file by its path below the base, as servers find it. */
function targetOf(path: string, files: Output['files']): string | undefined {
  const isPage = path === '' || path.endsWith('/')
  if (!isPage && files.has(path)) return path
  const page = isPage ? `${path}index.html` : `${path}/index.html`
  return files.has(page) ? page : undefined
}

function decoded(text: string): string | undefined {
  // Of some hundred thousand, few have anything to decode.
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
