import { isBuiltin } from 'node:module'
import { type Import, targetOf } from './imports.ts'

/** A row of the table of arrows. */
export interface Row {
  /** A folder, with a slash at its end, or a file. */
  place: string
  /** What code there may import besides what lies in the same place. */
  mayImport: string[]
}

const HEADING = '## Where code lives'

/**
 * The table of arrows. Its first column names places, its last what code there may import, all as code:
 * `#domain/` for a folder, `#site.ts` for a file, `node:*` and `astro/zod` for what is Node's and Astro's,
 * `../` for a relative import that goes up a folder.
 * @param markdown the document that holds it under its heading
 */
export function readRows(markdown: string): Row[] {
  const [, section = ''] = markdown.split(`\n${HEADING}\n`)
  const cells = section
    .split(/^## /m)[0]
    ?.split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.split('|').slice(1, -1).map(codeIn))
  return (cells ?? []).flatMap(([places = [], _what, mayImport = []]) =>
    places.map((place) => ({ place, mayImport })),
  )
}

function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}

/** The row of a file: of several the one whose place is the narrowest. */
export function rowOf(file: string, rows: readonly Row[]): Row | undefined {
  return rows
    .filter(({ place }) => isIn(file, place))
    .sort((a, b) => b.place.length - a.place.length)
    .at(0)
}

function isIn(file: string, place: string): boolean {
  return place.endsWith('/') ? file.startsWith(place) : file === place
}

/**
 * The permissions of a row by which a file may import something: empty where it may not.
 * Undefined where none is needed: for what lies in the same place, and for packages other than Node's and Astro's.
 */
export function permissionsFor(file: string, specifier: string, rows: readonly Row[]): string[] | undefined {
  const row = rowOf(file, rows)
  const target = targetOf(file, specifier)
  const isOwn = target !== undefined && row !== undefined && rowOf(target, rows) === row
  if (isOwn && !specifier.startsWith('../')) return undefined
  if (!/^[.#]/.test(specifier) && !isBuiltin(specifier) && !/^astro\b(?!-)/.test(specifier)) return undefined
  return (row?.mayImport ?? []).filter((permission) => isAllowed(permission, specifier, target, isOwn))
}

function isAllowed(
  permission: string,
  specifier: string,
  target: string | undefined,
  isOwn: boolean,
): boolean {
  if (permission === '../') return isOwn && !specifier.startsWith('../../')
  if (permission.startsWith('#')) {
    return target !== undefined && !specifier.startsWith('../') && isIn(target, `src/${permission.slice(1)}`)
  }
  return permission.endsWith('*') ? specifier.startsWith(permission.slice(0, -1)) : specifier === permission
}

/** Says where an import is forbidden, and by which row; undefined where it is not. */
export function faultOf(file: string, { specifier, line }: Import, rows: readonly Row[]): string | undefined {
  const permissions = permissionsFor(file, specifier, rows)
  if (!permissions || permissions.length > 0) return undefined
  const row = rowOf(file, rows)
  const may = row?.mayImport.map((permission) => `\`${permission}\``).join(', ') || 'nothing else'
  return row
    ? `${file}:${line} may not import "${specifier}": the row \`${row.place}\` under "Where code lives" in CONTRIBUTING.md allows ${may}.`
    : `${file}:${line} imports "${specifier}", but no row under "Where code lives" in CONTRIBUTING.md is for this file.`
}
