import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** An import as it is written: static, of types alone, dynamic, or by `require`. */
export interface Import {
  /** What is imported, `#domain/site.ts` say. */
  specifier: string
  line: number
}

const CODE = '**/*.{ts,js,mjs,astro}'
/** What is part of no program of this repository, but read or run as another's. */
const FOREIGN = /(^|\/)(fixtures|peers|node_modules)\//

/** The files of code below these folders, by their paths from the repository's root. */
export function codeIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => globSync(`${folder}/${CODE}`)).filter((file) => !FOREIGN.test(file))
}

/** The imports of each file. */
export function importsOf(files: readonly string[]): Map<string, Import[]> {
  return new Map(files.map((file) => [file, importsIn(file, readFileSync(file, 'utf8'))]))
}

/** The imports of one file, in the order of their lines. */
export function importsIn(file: string, text: string): Import[] {
  const code = file.endsWith('.astro') ? codeOfComponent(text) : text
  const { importedFiles } = ts.preProcessFile(code, true, true)
  return importedFiles
    .map(({ fileName, pos }) => ({ specifier: fileName, line: code.slice(0, pos).split('\n').length }))
    .sort((a, b) => a.line - b.line)
}

/** The file of this repository that an import leads to; undefined for a package and for what is made in a build. */
export function targetOf(file: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '')
  const target = path.startsWith('#')
    ? join('src', path.slice(1))
    : path.startsWith('.')
      ? join(dirname(file), path)
      : undefined
  return target !== undefined && statSync(target, { throwIfNoEntry: false })?.isFile() ? target : undefined
}

/** Of an Astro component its front matter and its scripts. */
const CODE_PARTS = /^---\n([\s\S]*?)^---$|<script\b[^>]*>([\s\S]*?)<\/script>/dgm

/** The code of an Astro component, each line at its place, with blanks for the markup. */
function codeOfComponent(text: string): string {
  const blanks = text.replace(/[^\n]/g, ' ')
  let code = ''
  for (const { indices } of text.matchAll(CODE_PARTS)) {
    const [start, end] = indices?.[1] ?? indices?.[2] ?? [0, 0]
    code += blanks.slice(code.length, start) + text.slice(start, end)
  }
  return code
}
