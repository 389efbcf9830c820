import { extname } from 'node:path'
import { sizeIn } from '#cache/file-identity.ts'
import { brokenLinks } from './broken-links.ts'
import type { Fault } from '#build/verify/fault.ts'
import type { Output } from '#build/verify/output.ts'
import { UNPUBLISHED } from '#build/analyse/read-html.ts'

interface JudgeOptions {
  /** The files that routes of this build have made. */
  made: ReadonlySet<string>
  /** Whether pages may show what is not published. */
  preview: boolean
}

/** What keeps an output from being published, whatever was published before. */
export function judgeOutput(output: Output, { made, preview }: JudgeOptions): Fault[] {
  return [
    ...[...output.files].flatMap(([file, identity]) =>
      sizeIn(identity) === 0 && extname(file) ? [empty(file)] : [],
    ),
    ...[...output.facts.keys()].filter((file) => isRoutes(file) && !made.has(file)).map(leftover),
    ...[...output.facts].flatMap(([file, { faults }]) =>
      Array.from(faults, (fault) => ({ file, message: output.texts.at(fault) })).filter(
        ({ message }) => !(preview && message === UNPUBLISHED),
      ),
    ),
    ...brokenLinks(output, 'links'),
  ]
}

// A file without an ending may well be empty: its name is all there is to it, as of .nojekyll.
function empty(file: string): Fault {
  return { file, message: 'is empty. See what writes it, and build again without the cache.' }
}

/** Pages and feeds are what routes make; sitemaps come from an integration. */
function isRoutes(file: string): boolean {
  return /\.(html|xml)$/.test(file) && !/^sitemap[^/]*\.xml$/.test(file)
}

function leftover(file: string): Fault {
  return {
    file,
    message: 'is of an earlier build: no page of this one. Build again without the cache.',
  }
}
