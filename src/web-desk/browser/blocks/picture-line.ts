import { parseTitle } from '#markdown/caption.ts'

/** A picture as an author fills it in. */
export interface Picture {
  src: string
  alt: string
  caption: string
  credit: string
}

/** A picture that is all of its line, as the source of a regular expression. */
export const PICTURE_LINE = String.raw`!\[(?:[^\]\\]|\\.)*\]\([^\s()]+(?: "(?:[^"\\]|\\.)*")?\)`

const PARTS = /^!\[(?<alt>.*)\]\((?<src>[^\s()]+)(?: "(?<title>.*)")?\)$/s

/** @param line of the form of PICTURE_LINE */
export function parsePicture(line: string): Picture {
  const { alt = '', src = '', title = '' } = PARTS.exec(line)?.groups ?? {}
  return { src, alt: unescaped(alt), ...parseTitle(unescaped(title)) }
}

/** The line of a picture, nothing where none is chosen yet. */
export function writePicture({ src = '', alt = '', caption = '', credit = '' }: Partial<Picture>): string {
  if (!src) return ''
  const title = credit.trim() ? `${caption.trim()} | ${credit.trim()}`.trim() : caption.trim()
  return `![${escaped(alt, /[[\]\\]/g)}](${src}${title && ` "${escaped(title, /["\\]/g)}"`})`
}

function escaped(text: string, marks: RegExp): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(marks, '\\$&')
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
