import { type CST, Parser } from 'yaml'
import { quoted } from './quoted-value.ts'
import type { YamlFault } from './yaml-faults.ts'

interface Context {
  /** Between the brackets of a list or of fields in one line. */
  inFlow: boolean
  /** Around a value that is not there, or a plain one, which begins on the next line where a comment stands before it. */
  isEmpty: boolean
  /** Behind a plain value: on its line, or on the next ones, indented as if it went on there. */
  isBehindPlain: boolean
}

/** A word's start, as of a topic in a headline: who writes a comment leaves a blank. */
const WORD = /^#[\p{L}\p{N}]/u
const LONGEST_EXAMPLE = 100

/**
 * Values that a comment cuts short although the author hardly meant one, as in
 * `title: News of the city #jakarta`: plain ones, those of which nothing would be
 * left, and those between brackets. Each fault stands at its `#`.
 */
export function cutValues(yaml: string): YamlFault[] {
  // Most texts hold no such sign at all, and need no second parse.
  if (!/#[\p{L}\p{N}]/u.test(yaml)) return []
  const faults: YamlFault[] = []
  let [before, value] = ['', '']
  for (const [token, context] of tokensIn(yaml)) {
    const { type, source, offset } = token
    if (type === 'comment' && WORD.test(source) && cuts(before, context))
      faults.push({ offset, message: tell(context.isBehindPlain ? `${value} ${source}` : source, context) })
    if (type === 'scalar') value = source
    if (type !== 'space') before = type
  }
  return faults
}

/** The text with these signs taken for letters: what else is wrong with it has another cause. */
export function withoutCuts(yaml: string, faults: readonly YamlFault[]): string {
  if (faults.length === 0) return yaml
  const signs = yaml.split('')
  for (const { offset } of faults) signs[offset] = '_'
  return signs.join('')
}

/** @param before the type of what stands before the comment, blanks aside */
function cuts(before: string, { inFlow, isEmpty, isBehindPlain }: Context): boolean {
  switch (before) {
    case 'scalar':
    case 'block-scalar-header':
    case 'tag':
    case 'comma':
    case 'flow-seq-start':
    case 'flow-map-start':
      return true
    case 'map-value-ind':
    case 'seq-item-ind':
      return inFlow || isEmpty
    default:
      return isBehindPlain && !inFlow
  }
}

function tell(whole: string, { inFlow }: Context): string {
  const canBeShown = !inFlow && whole.length <= LONGEST_EXAMPLE && !whole.includes('\n')
  return `What follows this # would be left out: YAML takes it for a comment. Put the whole value into quotes${canBeShown ? `: ${quoted(whole)}` : ''}. Behind the # of a comment, leave a blank.`
}

type Leaf = CST.SourceToken | CST.FlowScalar
type Part = [CST.Token, Context]

/** The tokens of a text in their order; without recursion, as brackets may lie ten thousand deep. */
function* tokensIn(yaml: string): Generator<[Leaf, Context]> {
  for (const document of new Parser().parse(yaml)) {
    const open: Part[] = [[document, { inFlow: false, isEmpty: false, isBehindPlain: false }]]
    for (let part = open.pop(); part; part = open.pop()) {
      const [token, context] = part
      if (!('items' in token) && token.type !== 'document') yield [token as Leaf, context]
      for (const inner of partsOf(token, context).reverse()) open.push(inner)
    }
  }
}

function partsOf(token: CST.Token, context: Context): Part[] {
  const own = (tokens: readonly CST.Token[] = [], other: Partial<Context> = {}) =>
    tokens.map((inner): Part => [inner, { ...context, ...other }])
  if (token.type === 'document')
    return own([...token.start, ...(token.value ? [token.value] : []), ...(token.end ?? [])])
  if (token.type === 'block-scalar') return own(token.props)
  const end = 'end' in token ? (token.end as CST.SourceToken[]) : []
  if (!('items' in token)) return own(end, { isBehindPlain: token.type === 'scalar' })
  const inFlow = token.type === 'flow-collection'
  const items = token.items.flatMap(({ start, key, sep = [], value }) => {
    const parts = [...start, ...(key ? [key] : []), ...sep, ...(value ? [value] : [])]
    return own(parts, { inFlow, isEmpty: !value || value.type === 'scalar' })
  })
  return [...(inFlow ? own([token.start]) : []), ...items, ...own(end)]
}
