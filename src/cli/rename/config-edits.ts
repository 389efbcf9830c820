import ts from 'typescript'
import type { Site } from '#domain/site.ts'

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
  const file = ts.createSourceFile('site.config.ts', text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      const isCategory = category !== undefined && node.text === category.from && namesCategory(node)
      const value = isCategory ? category.to : propertyOf(node) === 'href' ? href(node.text) : undefined
      if (isCategory) named++
      const start = node.getStart(file)
      const quote = text[start]
      if (value !== undefined) edits.push({ start, end: node.end, text: `${quote}${value}${quote}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  if (category && named < usesOf(category.from, site))
    throw new Error(
      `src/site.config.ts names the category "${category.from}" in a way that this command cannot change. Write it as a text in "menu" and "frontPage.sections", and try again.`,
    )
  return edits
    .toReversed()
    .reduce((config, edit) => config.slice(0, edit.start) + edit.text + config.slice(edit.end), text)
}

function namesCategory(node: ts.Node): boolean {
  if (propertyOf(node) === 'category') return true
  return ts.isArrayLiteralExpression(node.parent) && propertyOf(node.parent) === 'menu'
}

/** The name of the property whose value a node is. */
function propertyOf({ parent }: ts.Node): string | undefined {
  if (!ts.isPropertyAssignment(parent)) return undefined
  return ts.isIdentifier(parent.name) || ts.isStringLiteralLike(parent.name) ? parent.name.text : undefined
}

function usesOf(category: string, { menu, frontPage }: Site): number {
  return [...menu, ...frontPage.sections.map((section) => section.category)].filter((one) => one === category)
    .length
}
