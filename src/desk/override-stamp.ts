import { hash } from 'node:crypto'

/** What an override says of the component that it was copied from, in its first comment. */
export interface Stamp {
  /** The component's file, from the program's folder. */
  file: string
  /** The program's. */
  version: string
  /** Of the component's text. */
  digest: string
}

const STAMP = /^\/\/ From (\S+) of warta (\S+), digest ([\da-f]{16})\b.*$/m

/** Of a component, the same in a checkout and in an installed package, whatever ends its lines. */
export function digestOfComponent(text: string): string {
  return hash('sha256', text.replaceAll('\r\n', '\n')).slice(0, 16)
}

/** The stamp of an override and its line; undefined where it has none, as one that nobody has copied. */
export function stampIn(text: string): { stamp: Stamp; line: number } | undefined {
  const found = STAMP.exec(text)
  if (!found) return undefined
  const [, file = '', version = '', digest = ''] = found
  return { stamp: { file, version, digest }, line: text.slice(0, found.index).split('\n').length }
}

/** A component's text with this stamp, in place of the one that it has. */
export function stamped(text: string, { file, version, digest }: Stamp): string {
  const line = `// From ${file} of warta ${version}, digest ${digest}: the build tells when that has changed.`
  if (STAMP.test(text)) return text.replace(STAMP, line)
  return text.startsWith('---\n') ? text.replace('---\n', `---\n${line}\n`) : `---\n${line}\n---\n\n${text}`
}
