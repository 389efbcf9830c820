import type { Problem } from '#desk/problem.ts'
import { type JudgedSite, siteProblem } from '#build/verify/judged-site.ts'
import type { Output } from '#build/verify/output.ts'
import type { Fault } from '#build/analyse/fault.ts'

/**
 * Own addresses that lead nowhere or to no element of their page. Those that authors wrote into their texts are
 * warnings: the desk has judged them, and lets them name what is yet to come.
 */
export function brokenLinks({ output }: JudgedSite): Problem[] {
  const judged: (Fault | null | undefined)[] = new Array(output.texts.size)
  const faultOf = (link: number) => {
    if (judged[link] === undefined) judged[link] = judge(output.texts.at(link), output) ?? null
    return judged[link]
  }
  const problems: Problem[] = []
  for (const [file, { links, authored }] of output.facts) {
    for (const link of links) {
      const fault = faultOf(link)
      if (fault) problems.push(siteProblem(fault.rule, file, fault.message))
    }
    for (const link of authored) {
      const fault = faultOf(link)
      if (fault) problems.push(siteProblem('link-to-come', file, fault.message, 'warning'))
    }
  }
  return problems
}

function judge(link: string, output: Output): Fault | undefined {
  const { base, files, facts, texts } = output
  const broken = (message: string): Fault => ({ rule: 'broken-link', message })
  const mark = link.indexOf('#')
  const [path, hash] = mark === -1 ? [link, ''] : [link.slice(0, mark), link.slice(mark + 1)]
  if (!path.startsWith(base))
    return broken(`names ${link}, which lies outside the site, ${base}. Mend the link.`)
  const below = decoded(path.slice(base.length))
  const anchor = decoded(hash)
  if (below === undefined || anchor === undefined)
    return broken(`names ${link}, which is no address. Mend the link.`)
  const target = targetOf(below, files)
  if (target === undefined)
    return broken(`names ${link}, which is not there. Mend the address, or see why it was not made.`)
  const found = facts.get(target)
  // Anchors of a fragment are of the page that takes it in; text fragments are the browser's.
  if (anchor === '' || anchor === 'top' || anchor.startsWith(':~:') || !found || found.kind === 'part')
    return undefined
  const id = texts.numberOf(anchor)
  if (id !== undefined && (found.ids.includes(id) || isOnOlderPage(id, target, output))) return undefined
  const message = `names ${link}, but nothing on that page has the id "${anchor}". Mend what stands after the #.`
  return { rule: 'broken-anchor', message }
}

/** Whether an id is on a page of older entries of live coverage, to which the page's script leads on. */
function isOnOlderPage(id: number, target: string, { facts }: Output): boolean {
  const folder = target.replace(/index\.html$/, 'live')
  for (let page = 1; ; page++) {
    const found = facts.get(`${folder}/${page}/index.html`)
    if (!found || found.ids.includes(id)) return found !== undefined
  }
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
