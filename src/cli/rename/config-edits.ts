import { type ESTree, parseSync, Visitor } from 'vite'
import type { Site } from '#domain/site.ts'
import { nameOf, textOf } from '../config-nodes.ts'

interface ConfigChange {
  category?: { from: string; to: string } | undefined
  /** Another address for one of the menu or the foot; undefined where it stays. */
  href: (href: string) => string | undefined
}

/**
 * The text of the outlet's config, in which categories and links have other names.
 * @throws Error when the config names the category in a way that cannot be found in its text
 */
export function changedConfig(text: string, site: Site, { category, href }: ConfigChange): string {
  const edits: { start: number; end: number; text: string }[] = []
  let named = 0
  const edit = ({ start, end }: ESTree.Node, value: string) => {
    const quote = text[start]
    edits.push({ start, end, text: `${quote}${value}${quote}` })
  }
  const rename = (node: ESTree.Node) => {
    if (!category || textOf(node) !== category.from) return
    named++
    edit(node, category.to)
  }
  const mend = (node: ESTree.Node) => {
    const written = textOf(node)
    const mended = written === undefined ? undefined : href(written)
    if (mended !== undefined) edit(node, mended)
  }
  const visitor = new Visitor({
    Property({ key, value, computed }) {
      const name = computed ? undefined : nameOf(key)
      if (name === 'href') mend(value)
      if (name === 'category') rename(value)
      if (name === 'menu' && value.type === 'ArrayExpression')
        for (const element of value.elements) if (element) rename(element)
    },
  })
  visitor.visit(parseSync('site.config.ts', text).program)
  if (category && named < usesOf(category.from, site))
    throw new Error(
      `src/site.config.ts names the category "${category.from}" in a way that this command cannot change. Write it as a text in "menu" and "frontPage.sections", and try again.`,
    )
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((config, edit) => config.slice(0, edit.start) + edit.text + config.slice(edit.end), text)
}

function usesOf(category: string, { menu, frontPage }: Site): number {
  return [...menu, ...frontPage.sections.map((section) => section.category)].filter((one) => one === category)
    .length
}
