import type { Code, Heading, List, Nodes } from 'mdast'
import { rangeOf } from '#markdown/phrasing.ts'
import { clipped, type Misreading } from './misreading.ts'

/** Words and a final sign from which on an indented text is one to read. */
const PROSE = /^(?:[\p{L}\p{N}\p{M}]+[\s,.:]+["“‘]?){5}[^{}=<>;]*[.!?…]["”’]?\s*$/u

/** Paragraphs, lists and code that became something else than they look like. */
export function misreadBlocks(node: Nodes, markdown: string): Misreading[] {
  const found = judge(node, markdown)
  return 'children' in node
    ? [...found, ...node.children.flatMap((child) => misreadBlocks(child, markdown))]
    : found
}

function judge(node: Nodes, markdown: string): Misreading[] {
  switch (node.type) {
    case 'heading':
      return underlined(node, markdown)
    case 'list':
      return [...renumbered(node, markdown), ...checked(node, markdown)]
    case 'code':
      return [...unclosed(node, markdown), ...indented(node, markdown)]
    default:
      return []
  }
}

/** A line of dashes that makes a heading of the paragraph above it; as long as the one line above, it is meant to. */
function underlined(node: Heading, markdown: string): Misreading[] {
  const [start, end] = rangeOf(node)
  const lines = markdown.slice(start, end).trimEnd().split('\n')
  const last = lines.at(-1) ?? ''
  const [before = '', under = ''] = /^[ \t>]*([-=]+)\s*$/.exec(last) ? splitBefore(last) : []
  if (lines.length < 2 || under === '') return []
  const words = (lines[0] ?? '').trim()
  const isAsLong = under.length > 3 && Math.abs([...words].length - under.length) <= 1
  const isMeant =
    lines.length === 2 && (isAsLong || under.startsWith('=')) && !/[.!?…:;,]["”’»)]?$/.test(words)
  if (isMeant) return []
  const at = start + markdown.slice(start, end).trimEnd().length - last.length + before.length
  const mend = `Put an empty line before it, or write ${'#'.repeat(Math.max(2, node.depth))} ${clipped(words)} for a heading.`
  const message = `this line makes a heading of the paragraph above it. ${mend}`
  return [{ start: at, end: at + under.length, message }]
}

function splitBefore(line: string): [string, string] {
  const [before = ''] = /^[ \t>]*/.exec(line) ?? []
  return [before, line.slice(before.length).trimEnd()]
}

/** A numbered list counts on from its first number, whatever follows. */
function renumbered({ ordered, children }: List, markdown: string): Misreading[] {
  if (!ordered) return []
  const items = children.map((item) => {
    const [start] = rangeOf(item)
    return { start, number: Number(/^\d+/.exec(markdown.slice(start, start + 9))?.[0]) }
  })
  const [first] = items
  if (!first || items.every(({ number }) => number === first.number)) return []
  const at = items.findIndex(({ number }, i) => number !== first.number + i)
  const wrong = items[at]
  if (!wrong) return []
  const message = `readers would see ${first.number + at}. in place of ${wrong.number}., as a list counts on from its first number. Number the list anew, put words between two lists, or write ${wrong.number}\\. to keep the number.`
  return [{ start: wrong.start, end: wrong.start + String(wrong.number).length + 1, message }]
}

/** `- [x] (https://a.example/)` is a ticked box before a bracket. */
function checked({ children }: List, markdown: string): Misreading[] {
  return children.flatMap((item): Misreading[] => {
    const [start, end] = rangeOf(item)
    const match = /^\S+\s+(\[[ xX]\])\s*\((?:https?:|www\.|\.{0,2}\/)[^\s()]+\)/.exec(
      markdown.slice(start, end),
    )
    if (item.checked === null || item.checked === undefined || !match) return []
    const at = start + match[0].indexOf('[')
    const mend = 'Write [words](https://a.example/), with no blank between the brackets.'
    return [
      {
        start: at,
        end: start + match[0].length,
        message: `${clipped(match[0])} is a box to tick, and no link. ${mend}`,
      },
    ]
  })
}

/** A fence that is never closed makes code of all that follows. */
function unclosed(node: Code, markdown: string): Misreading[] {
  const [start, end] = rangeOf(node)
  const lines = markdown.slice(start, end).split('\n')
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1]
  if (!fence) return []
  const isClosed = lines.slice(1).some((line) => {
    const closing = line.replace(/^[ \t>]*/, '').trimEnd()
    return closing.length >= fence.length && closing === (fence[0] ?? '').repeat(closing.length)
  })
  if (isClosed) return []
  const message = `${fence} makes code of all that follows, as nothing closes it. Put a line ${fence} behind the code, or take this one out.`
  return [{ start, end: start + fence.length, message }]
}

/** Four blanks make code of a line. */
function indented(node: Code, markdown: string): Misreading[] {
  const [start, end] = rangeOf(node)
  if (/^(`{3,}|~{3,})/.test(markdown.slice(start, end)) || !PROSE.test(node.value)) return []
  const [words = ''] = node.value.trim().split('\n')
  const message = `four blanks or a tab before a line make code of it: ${clipped(words)} Take them out.`
  return [{ start, end, message }]
}
