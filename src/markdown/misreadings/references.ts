import type { Nodes, Root } from 'mdast'
import { type Phrasing, rangeOf } from '#markdown/phrasing.ts'
import { asTyped, clipped, isAddress, type Misreading } from './misreading.ts'

const WIKI = /!?\[\[([^[\]\n]{1,1000})\]\]/g
const INLINE_NOTE = /\^\[([^[\]\n]{1,1000})\]/g
const NOTE = /\[\^([^[\]\n]{1,1000})\]/g
const REFERENCE = /(!?)\[([^[\]\n]{1,1000})\]\[([^[\]\n]{0,1000})\]/g
const DEFINITION = /(?<=^|\n)[ \t>]*\[([^[\]\n^]{1,1000})\]:[ \t]*(\S+)/g
/** Behind a letter it is an exclamation mark. */
const PICTURE = /(?<![\p{L}\p{N}])!\[([^[\]\n]{0,1000})\](?![[(:（])/gu

/** Links, pictures and notes whose other half is not there. */
export function brokenReferences({ shown, start, parent }: Phrasing, markdown: string): Misreading[] {
  const found: Misreading[] = []
  const tell = (index: number, piece: string, cause: string, mend: string) => {
    const at = start + index
    const typed = markdown.slice(at, at + piece.length)
    found.push({ start: at, end: at + piece.length, message: asTyped(typed, cause, mend) })
  }
  for (const { 0: piece, 1: words = '', index } of shown.matchAll(WIKI)) {
    const [name = '', label = name] = words.split('|')
    const mend = piece.startsWith('!')
      ? `Write ![what it shows](<./${clipped(name)}>).`
      : `Write [${clipped(label)}](/address/).`
    tell(index, piece, 'double brackets make no link here', mend)
  }
  for (const { 0: piece, 1: words = '', index } of shown.matchAll(INLINE_NOTE)) {
    const mend = `Write [^1] here, and below the text a line [^1]: ${clipped(words)}`
    tell(index, piece, 'a note cannot stand within the text', mend)
  }
  for (const { 0: piece, 1: name = '', index } of shown.matchAll(NOTE)) {
    const isNote = index === 0 && parent.type !== 'tableCell' && /^[ \t]+\S/.test(shown.slice(piece.length))
    if (/\s/.test(name)) {
      tell(index, piece, 'the name of a note holds no blank', `Write [^${name.trim().replace(/\s+/g, '-')}].`)
    } else if (isNote) {
      tell(
        index,
        piece,
        'a colon must follow it where the note begins',
        `Write ${clipped(piece)}: before it.`,
      )
    } else {
      const mend = `Write a line ${clipped(piece)}: with the note below the text, or take it out.`
      tell(index, piece, 'there is no note of that name', mend)
    }
  }
  for (const { 0: piece, 1: name = '', 2: target = '', index } of shown.matchAll(DEFINITION)) {
    if (!isAddress(target)) continue
    const mend = `Put an empty line before it, and what follows the address into "…": [${clipped(name)}]: ${clipped(target)} "Title"`
    tell(index + piece.indexOf('['), piece.slice(piece.indexOf('[')), 'it is part of a paragraph', mend)
  }
  for (const { 0: piece, 1: mark = '', 2: label = '', 3: name = '', index } of shown.matchAll(REFERENCE)) {
    if (label.startsWith('^')) continue
    const at = start + index + mark.length + 1
    const words = markdown.slice(at, at + label.length)
    const mend = isAddress(name)
      ? `Write ${mark}[${clipped(words)}](${clipped(name)}).`
      : `Write ${mark}[${clipped(words)}](/address/), or a line [${clipped(name || words)}]: with the address below the text.`
    const cause = isAddress(name) ? 'an address stands in ( )' : 'there is no address of that name'
    tell(index, piece, cause, mend)
  }
  for (const { 0: piece, 1: words = '', index } of shown.matchAll(PICTURE)) {
    tell(index, piece, 'it names no picture', `Write ![${clipped(words)}](./photo.jpg).`)
  }
  return found
}

/** Notes that nothing leads to, and lines that only look like the address of a link: no reader would see them. */
export function lostDefinitions(root: Root, markdown: string): Misreading[] {
  const used = new Set<string>()
  const notes = new Map<string, Nodes>()
  const found: Misreading[] = []
  const lose = (node: Nodes, message: string) => {
    const [start, end] = rangeOf(node)
    found.push({ start, end, message })
  }
  const seen = new Set<string>()
  const lines: Extract<Nodes, { type: 'definition' }>[] = []
  const collect = (node: Nodes) => {
    if (node.type === 'footnoteDefinition') {
      const name = `[^${node.label ?? node.identifier}]`
      if (notes.has(node.identifier))
        lose(
          node,
          `there is another note ${name}, and readers would see that one alone. Give this one another name.`,
        )
      else notes.set(node.identifier, node)
      return
    }
    if (node.type === 'footnoteReference') used.add(`^${node.identifier}`)
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if (node.type === 'definition') lines.push(node)
    if ('children' in node) node.children.forEach(collect)
  }
  collect(root)
  // What a note refers to counts where the note itself is shown.
  const shown = new Set<string>()
  const follow = () => {
    for (const [name, note] of notes) {
      if (shown.has(name) || !used.has(`^${name}`)) continue
      shown.add(name)
      if ('children' in note) note.children.forEach(collect)
      follow()
    }
  }
  follow()
  for (const [name, note] of notes) {
    if (shown.has(name)) continue
    const label = 'label' in note ? (note.label ?? name) : name
    lose(
      note,
      `nothing in the text leads to the note [^${clipped(label)}], and no reader would see it. Write [^${clipped(label)}] where it belongs.`,
    )
  }
  for (const node of lines) {
    const isAnother = seen.has(node.identifier)
    seen.add(node.identifier)
    if ((used.has(node.identifier) && !isAnother) || /[/.:#]/.test(node.url)) continue
    const typed = clipped(markdown.slice(...rangeOf(node)))
    lose(
      node,
      `no reader would see ${typed}: a line that begins with [words]: gives the address of a link. Write \\[ in place of [.`,
    )
  }
  return found
}
