import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '#desk/problem.ts'

/** What stands where a problem is. */
export interface Excerpt {
  /** The line itself. */
  text: string
  /** Counts from 1; never beyond the line. */
  column: number
  /** All lines of the file. */
  lines: readonly string[]
}

/** Characters of a line that are shown. */
const LONGEST = 300
const TEXT = /\.(md|yml|json|ts)$/

/** Undefined where the file is no text, or is not there, or the line is too long to be read. */
export async function excerptOf({ file, line, column }: Problem, root: string): Promise<Excerpt | undefined> {
  if (!TEXT.test(file)) return undefined
  const lines = (await readFile(join(root, file), 'utf8').catch(() => '')).split(/\r?\n/)
  const text = lines[line - 1]
  if (text === undefined || text.trim() === '' || text.length > LONGEST) return undefined
  return { text, column: Math.min(column, text.length + 1), lines }
}
