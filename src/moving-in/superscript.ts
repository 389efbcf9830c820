import type { PhrasingContent, RootContent } from 'mdast'

const PLAIN = '0123456789+-=()n'
const SHAPES = { super: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ' }

/** Superscript in Unicode's characters, which has figures and signs: words stay as they are, as in 1st. */
export function superscript(nodes: RootContent[]): RootContent[] {
  return shaped(nodes, 'super')
}

/** The same for subscript. */
export function subscript(nodes: RootContent[]): RootContent[] {
  return shaped(nodes, 'sub')
}

function shaped(nodes: RootContent[], how: keyof typeof SHAPES): RootContent[] {
  const [node] = nodes as PhrasingContent[]
  if (nodes.length !== 1 || node?.type !== 'text') return nodes
  const value = node.value.trim().replaceAll('−', '-')
  if (value === '' || ![...value].every((sign) => PLAIN.includes(sign))) return nodes
  return [{ type: 'text', value: [...value].map((sign) => SHAPES[how][PLAIN.indexOf(sign)]).join('') }]
}
