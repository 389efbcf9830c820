import ts from 'typescript'
import { RENAMED_SETTINGS, type RenamedSetting } from '#domain/renamed-settings.ts'

/** A config in which settings have their names of today. */
interface RenamedConfig {
  text: string
  renamed: RenamedSetting[]
}

/**
 * Gives the settings of a config their names of today, where they stand as keys of the object it exports; nothing else
 * of the text changes.
 * @param text of `src/site.config.ts`
 */
export function renameSettings(text: string, settings = RENAMED_SETTINGS): RenamedConfig {
  const edits: { start: number; end: number; setting: RenamedSetting }[] = []
  const file = ts.createSourceFile('site.config.ts', text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const setting = settings.find(
        ({ within, from }) => pathOf(node).join('.') === [...within, from].join('.'),
      )
      if (setting) edits.push({ start: node.name.getStart(file), end: node.name.end, setting })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return {
    text: edits.reduceRight(
      (config, { start, end, setting }) => config.slice(0, start) + setting.to + config.slice(end),
      text,
    ),
    renamed: edits.map(({ setting }) => setting),
  }
}

/** The names of the properties that hold a property, from the outermost, and its own. */
function pathOf(property: ts.PropertyAssignment): string[] {
  const path: string[] = []
  for (let node: ts.Node = property; node; node = node.parent) {
    if (ts.isPropertyAssignment(node)) path.unshift(node.name.getText().replace(/^['"]|['"]$/g, ''))
  }
  return path
}
