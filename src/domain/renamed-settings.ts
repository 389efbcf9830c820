/** A setting of `src/site.config.ts` that an earlier version called otherwise. */
export interface RenamedSetting {
  /** The version that gave it its name of today, `0.2.0`. */
  since: string
  /** The settings that hold it, from the outermost: empty for one of the config itself. */
  within: readonly string[]
  from: string
  to: string
}

/** Every one since version 0.1.0. An outlet that has the old name is told the new one, and `news upgrade` writes it. */
export const RENAMED_SETTINGS: readonly RenamedSetting[] = []

/** The setting that was once called so; undefined for a name that none has had. @param path of the setting, its name last */
export function renamedSetting(
  path: readonly PropertyKey[],
  renamed = RENAMED_SETTINGS,
): RenamedSetting | undefined {
  return renamed.find(({ within, from }) => [...within, from].join('.') === path.join('.'))
}
