import { EventEmitter } from 'node:events'
import type { FileIdentity } from '#cache/file-identity.ts'

/** The files that are pages and endpoints of a build's routes, made in it or kept; known when all are made. */
export interface MadeFiles {
  /** The folder in which the last site lies; absolute. */
  published: string
  /** By their paths in the output, with slashes. */
  files: readonly string[]
  /** Those of them that this build has made; the others lie there as they did when it began. */
  anew: readonly string[]
  /** Of one, or of a picture, where this build has looked; known as `files` are. */
  identityOf(file: string): FileIdentity | undefined
  /** What is still being made then, in folders apart from the pages. */
  apart: Promise<unknown>[]
  /**
   * Tells what is made while the making goes on, so that it can be read on
   * the cores that this leaves idle. All must be looked at again when `files`
   * are known: a file that was told may have changed, and one that is made may not have been told.
   */
  early: EventEmitter<EarlyEvents>
}

interface EarlyEvents {
  /** Files that lie in the output by now. */
  some: [files: readonly string[]]
  /** All pages lie in the output by now, of which these are the paths, but not all endpoints; and those that this build has made. */
  pages: [files: readonly string[], anew: readonly string[]]
}

export function madeFiles(files: readonly string[] = []): MadeFiles {
  return {
    published: '',
    files,
    anew: files,
    identityOf: () => undefined,
    apart: [],
    early: new EventEmitter(),
  }
}

/** The paths of the pages among files below the site's base, as they are, not escaped: empty for the front page. */
export function pagePathsOf(files: readonly string[]): string[] {
  return files.flatMap((file) => /^(|.*\/)index\.html$/.exec(file)?.[1] ?? [])
}
