import { argumentsIn } from './arguments.ts'
import { asCode, fenced, keeping, outsideCode } from './code-spans.ts'
import type { Dialect } from './dialect.ts'
import { knownCode } from './known-codes.ts'
import type { CodePage } from './page.ts'

/** A shortcode that is written of: it has a comment's signs within its own. */
const WRITTEN = /\{\{([<%])\s*\/\*([\s\S]*?)\*\/\s*[>%]\}\}/g
const HIGHLIGHT =
  /\{\{[<%]\s*(?:highlight|code)\b([\s\S]*?)[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/(?:highlight|code)\s*[>%]\}\}/g
const CODE = /\{\{[<%]\s*(\/?)\s*([\w./-]+)((?:(?![>%]\}\})[\s\S]){0,2000}?)[>%]\}\}/g

/** Hugo's shortcodes. */
export const hugoCodes: Dialect = {
  translate: (text, page) =>
    keeping(text, HIGHLIGHT, highlighted, (rest) =>
      outsideCode(
        rest,
        (part) =>
          withCodes(
            part.replace(WRITTEN, (source) => asCode(written(source))),
            page,
          ),
        (code) => code.replace(WRITTEN, written),
      ),
    ),
  isTemplate: () => false,
}

function written(source: string): string {
  return source.replace(
    new RegExp(WRITTEN.source),
    (_all, sign: string, inner: string) => `{{${sign}${inner}${sign === '<' ? '>' : '%'}}}`,
  )
}

function highlighted(source: string): string {
  const [, given = '', code = ''] = new RegExp(HIGHLIGHT.source).exec(source) ?? []
  const { named, inOrder } = argumentsIn(given)
  return fenced(code, named.lang ?? inOrder[0] ?? '')
}

interface Opened {
  name: string
  given: string
  source: string
  /** What stands before it and in those around it. */
  before: string
}

/** One walk: a code that is closed encloses what stands between, one that never is stands alone. */
function withCodes(text: string, page: CodePage): string {
  const open: Opened[] = []
  let out = ''
  let end = 0
  const standAlone = () => {
    const { name, given, source, before } = open.pop() as Opened
    out = before + alone(name, given, source, page) + out
  }
  for (const match of text.matchAll(CODE)) {
    const [source, closing = '', name = '', arguments_ = ''] = match
    const given = arguments_.trim()
    out += text.slice(end, match.index)
    end = match.index + source.length
    if (closing === '') {
      if (given.endsWith('/') || !isClosedLater(text, name, end))
        out += alone(name, given.replace(/\/$/, ''), source, page)
      else {
        open.push({ name, given, source, before: out })
        out = ''
      }
      continue
    }
    if (!open.some((one) => one.name === name)) continue
    while (open.at(-1)?.name !== name) standAlone()
    const { given: own, before } = open.pop() as Opened
    const known = knownCode(name, argumentsIn(own), out)
    if (known === undefined) page.opened.add(`{{< ${name} >}}`)
    out = before + (known ?? out)
  }
  out += text.slice(end)
  while (open.length > 0) standAlone()
  return out
}

function isClosedLater(text: string, name: string, from: number): boolean {
  return (
    text
      .slice(from)
      .search(new RegExp(`\\{\\{[<%]\\s*/\\s*${name.replace(/[.\\/]/g, '\\$&')}\\s*[>%]\\}\\}`)) >= 0
  )
}

function alone(name: string, given: string, source: string, page: CodePage): string {
  const { named, inOrder } = argumentsIn(given)
  if (name === 'ref' || name === 'relref') {
    const [path = '', hash = ''] = (named.path ?? inOrder[0] ?? '').split('#')
    const address = path === '' ? '' : page.addressOf(path)
    if (address !== undefined) return address + (hash && `#${hash}`)
  }
  if (name === 'param' && /^title$/i.test(inOrder[0] ?? '')) return page.title
  const known = knownCode(name, { named, inOrder })
  if (known !== undefined) return known
  page.kept.add(`{{< ${name} >}}`)
  return asCode(source)
}
