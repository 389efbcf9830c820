import type { ESTree } from 'vite'

/** The text that a node spells out; undefined for all else. */
export function textOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined
  return node.quasis[0]?.value.cooked ?? undefined
}

/** The name of a property, by its key. */
export function nameOf(key: ESTree.Node): string | undefined {
  return key.type === 'Identifier' ? key.name : textOf(key)
}
