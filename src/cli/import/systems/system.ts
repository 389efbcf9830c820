import type { ParseArgsOptionsConfig } from 'node:util'
import type { Site } from '#domain/site.ts'
import type { Ledger } from '#moving-in/ledger.ts'
import type { OldSystem } from '#moving-in/old-system.ts'

/** The values of a system's own options, by their names. */
export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>

/** What `news import <name>` needs to know of a system. */
export interface ImportableSystem {
  /** What stands behind its name: files, and options of its own. */
  usage: string
  /** Options beside those of every import, as `parseArgs` takes them. */
  options: ParseArgsOptionsConfig
  /** @throws Error for options or files that cannot be used */
  open: (given: Given) => Promise<OldSystem>
}

interface Given {
  /** The files or folders that were named: one or more. */
  files: readonly string[]
  values: OptionValues
  site: Site
  /** For what must be known of all records. */
  ledger: Ledger
}
