/** What did not become what it was meant to be; offsets count characters of the Markdown. */
export interface Misreading {
  start: number
  /** No other misreading is reported before this offset. */
  end: number
  /** What readers would see, and how to mend it. */
  message: string
}

/** Longest piece of the source that a message repeats. */
const LONGEST = 60

/** Quoted for a message: one line, and not too long. */
export function clipped(piece: string): string {
  const line = piece.replace(/\s*\n[\s>]*/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/** The message of something that is published as it was typed. */
export function asTyped(piece: string, cause: string, mend: string): string {
  return `readers would see ${clipped(piece)} as it is typed: ${cause}. ${mend}`
}

/** Whether something between round brackets is meant to be an address. */
export function isAddress(text: string): boolean {
  return /^<?(?:https?:|mailto:|tel:|www\.|\.{0,2}\/|#)\S|^\S+\.(?:jpe?g|png|webp|avif|gif|md|html?|pdf)$/i.test(
    text.trim(),
  )
}

/** The word, or the part of one, that ends at a place. */
export function wordBefore(text: string, index: number): string {
  return /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, index - LONGEST), index))?.[0] ?? ''
}

/** The word, or the part of one, that begins at a place. */
export function wordAfter(text: string, index: number): string {
  return /^[\p{L}\p{N}]*/u.exec(text.slice(index, index + LONGEST))?.[0] ?? ''
}
