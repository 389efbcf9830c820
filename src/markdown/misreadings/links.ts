import { QUOTE } from '#markdown/caption-quotes.ts'
import { HIDDEN, type Phrasing } from '#markdown/phrasing.ts'
import { asTyped, clipped, isAddress, type Misreading } from './misreading.ts'

/** Characters; a longer address is none. */
const LONGEST = 2000
const LABEL = String.raw`[^[\]\n]{0,1000}`
const TARGET = String.raw`(?:https?:|mailto:|tel:|www\.|\.{0,2}\/)[^\s()[\]]+`
const WORDS_THEN_ADDRESS = new RegExp(String.raw`!?\[(${LABEL})\]\(`, 'g')
const GAP = new RegExp(String.raw`(!?)\[(${LABEL})\](?:[ \t]+|[ \t]*\n[ \t>]*)\((${TARGET})\)`, 'g')
const REVERSED = new RegExp(String.raw`\(([^()[\]\n]{1,1000})\)\[(${TARGET})\]`, 'g')
const WIDE = new RegExp(String.raw`!?\[(${LABEL})\]（([^（）\n]{1,${LONGEST}})）`, 'g')
const ANGLES = /<((?:https?:\/\/|www\.)[^<>\n]{0,2000}\s[^<>\n]{0,2000})>/g
const PICTURE_THEN_WORDS = /^(\S+\.(?:jpe?g|png|webp|avif|gif))\s+(.*\S)$/is
const QUOTED = new RegExp(String.raw`^(.*\S)\s+${QUOTE}(.*?)["“”″＂»«›‹’‘′」』']?$`, 's')

/** Links and pictures that did not become any, as their address can't be read. */
export function brokenLinks({ shown, start }: Phrasing, markdown: string): Misreading[] {
  const found: Misreading[] = []
  const typed = (from: number, to: number) => markdown.slice(start + from, start + to)
  const tell = (from: number, to: number, cause: string, mend: string) =>
    found.push({ start: start + from, end: start + to, message: asTyped(typed(from, to), cause, mend) })

  for (const { 0: match, index } of shown.matchAll(WORDS_THEN_ADDRESS)) {
    const open = index + match.length
    const close = closingOf(shown, open)
    const before = typed(index, open)
    const inside = typed(open, close ?? shown.length)
    if (!isMeant(inside, before.startsWith('!'))) continue
    if (close === undefined) {
      const end = open + (/^\S*/.exec(shown.slice(open))?.[0].length ?? 0)
      tell(index, end, 'the bracket ) that closes the address is missing', 'Put it behind the address.')
    } else {
      const { cause, mend } = judge(inside, shown.slice(index, close))
      tell(index, close + 1, cause, mend === undefined ? MEND : `Write ${clipped(`${before}${mend}`)}).`)
    }
  }
  for (const { 0: match, 1: mark = '', 3: address = '', index } of shown.matchAll(GAP)) {
    const label = typed(index, index + match.indexOf(']') + 1)
    const mend = `Write ${clipped(label)}(${clipped(address)}).`
    tell(index, index + match.length, `a blank stands between ${mark ? '![…]' : '[…]'} and (…)`, mend)
  }
  for (const { 0: match, 1: label = '', 2: address = '', index } of shown.matchAll(REVERSED)) {
    const words = typed(index + 1, index + 1 + label.length)
    const mend = `Write [${clipped(words)}](${clipped(address)}).`
    tell(index, index + match.length, 'the words of a link stand in [ ], its address in ( )', mend)
  }
  for (const { 0: match, 1: label = '', 2: address = '', index } of shown.matchAll(WIDE)) {
    if (!isAddress(address)) continue
    const at = index + match.indexOf('[') + 1
    const words = typed(at, at + label.length)
    const mend = `Write ${match.startsWith('!') ? '!' : ''}[${clipped(words)}](${clipped(address)}).`
    tell(index, index + match.length, 'the brackets round the address are those of another script', mend)
  }
  for (const { 0: match, index } of shown.matchAll(ANGLES)) {
    tell(index, index + match.length, 'a blank stands in the address', 'Write %20 in its place.')
  }
  return found
}

const MEND = 'Write it as [words](https://a.example/).'

function judge(inside: string, whole: string): { cause: string; mend?: string } {
  const address = inside.trim()
  if (/\n/.test(address)) {
    return { cause: 'the address goes over the end of a line', mend: address.replace(/\s*\n[\s>]*/g, '') }
  }
  const quoted = QUOTED.exec(address)
  if (quoted) {
    const [, target = '', title = ''] = quoted
    const cause = /\s/.test(target)
      ? 'a blank stands in the address'
      : 'what follows the address stands in other quotation marks than "…"'
    return { cause, mend: `${withoutBlanks(target)} "${title.replaceAll('"', "'")}"` }
  }
  const worded = whole.startsWith('!') ? PICTURE_THEN_WORDS.exec(address) : null
  if (worded && !/\.(?:jpe?g|png|webp|avif|gif)$/i.test(worded[2] ?? '')) {
    return { cause: 'the caption stands in no quotation marks', mend: `${worded[1]} "${worded[2]}"` }
  }
  if (/\s/.test(address)) return { cause: 'a blank stands in the address', mend: withoutBlanks(address) }
  if (whole.includes(HIDDEN)) return { cause: 'a link can hold no other link' }
  return { cause: 'the address cannot be read' }
}

function withoutBlanks(address: string): string {
  return /\s/.test(address) ? `<${address.replace(/^<|>$/g, '')}>` : address
}

/** Brackets directly behind one another may stand in a text too. */
function isMeant(inside: string, isPicture: boolean): boolean {
  return isPicture || isAddress(inside.trim().split(/\s/)[0] ?? '') || isAddress(inside)
}

/** Where the bracket stands that closes what was opened before `open`. */
function closingOf(shown: string, open: number): number | undefined {
  let depth = 0
  const end = Math.min(shown.length, open + LONGEST)
  for (let i = open; i < end; i++) {
    if (shown[i] === '(') depth++
    else if (shown[i] === ')' && depth-- === 0) return i
  }
  return undefined
}
