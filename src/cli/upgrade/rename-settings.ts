import { parseSync, Visitor } from 'vite'
import { RENAMED_SETTINGS, type RenamedSetting } from '#domain/renamed-settings.ts'
import { nameOf } from '../config-nodes.ts'

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
  // Of the properties around the one that is visited, and its own.
  const path: string[] = []
  const visitor = new Visitor({
    Property({ key }) {
      path.push(nameOf(key) ?? '')
      const setting = settings.find(({ within, from }) => path.join('.') === [...within, from].join('.'))
      if (setting) edits.push({ start: key.start, end: key.end, setting })
    },
    'Property:exit'() {
      path.pop()
    },
  })
  visitor.visit(parseSync('site.config.ts', text).program)
  return {
    text: edits.reduceRight(
      (config, { start, end, setting }) => config.slice(0, start) + setting.to + config.slice(end),
      text,
    ),
    renamed: edits.map(({ setting }) => setting),
  }
}
