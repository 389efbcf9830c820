import type { Phrasing } from '#markdown/phrasing.ts'
import { asTyped, clipped, type Misreading, wordAfter, wordBefore } from './misreading.ts'

/** A row of one and the same sign that did not become a mark, and what stands around it. */
interface Run {
  sign: string
  index: number
  before: string
  after: string
}

const NAMES: Record<string, string> = {
  '*': 'italics',
  _: 'italics',
  '**': 'bold',
  __: 'bold',
  '***': 'bold',
  '~~': 'what is struck out',
  '==': 'highlighting',
}
const RUNS = /\*+|_+|~+|=+/g
const LETTER = /[\p{L}\p{N}]/u
/** Scripts that put no blank between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const OPENING = /["'\p{Ps}\p{Pi}]/u
const OPENING_ALONE = /[\p{Ps}\p{Pi}]/u
const MARK = /[\p{P}\p{S}]/u

/** Marks of bold, italics and the like that readers would see, as they did not find one another. */
export function brokenEmphasis(texts: readonly Phrasing[], markdown: string): Misreading[] {
  /** Signs that stand behind a word as the mark of a footnote does, `Price**`: where they open a line, it is that note. */
  const marksOfNotes = new Set<string>()
  return texts.flatMap(({ words, start }) => {
    const runs = runsIn(words)
    const next = nextOfSign(runs)
    const paired = new Set<Run>()
    const found: Misreading[] = []
    const tell = (from: number, to: number, cause: string, mend: string) =>
      found.push({ start: from, end: to, message: asTyped(markdown.slice(from, to), cause, mend) })
    for (const [i, opening] of runs.entries()) {
      if (paired.has(opening)) continue
      const closing = next[i]
      if (!closing || !isPair(opening, closing)) continue
      paired.add(opening).add(closing)
      const [from, to] = [start + opening.index, start + closing.index + closing.sign.length]
      const inside = markdown.slice(from + opening.sign.length, start + closing.index)
      const around = [wordBefore(words, opening.index), wordAfter(words, to - start)] as const
      const { cause, mend } = judge(opening, closing, inside, around)
      tell(from, to, cause, `Write ${clipped(mend)}.`)
    }
    for (const run of runs.filter((one) => !paired.has(one))) {
      if (LETTER.test(run.before) && isBoundary(run.after)) marksOfNotes.add(run.sign)
      if (!isOpen(run) || marksOfNotes.has(run.sign)) continue
      const from = start + run.index
      const [piece] = /^\S{1,60}/.exec(markdown.slice(from, from + 60)) ?? [run.sign]
      const mend = `Put ${run.sign} where ${NAMES[run.sign]} ends too, or \\ before the sign that is meant as it is.`
      tell(from, from + piece.length, `${run.sign} is not closed in this paragraph`, mend)
    }
    return found
  })
}

/** Of each run the next one of the same sign. */
function nextOfSign(runs: readonly Run[]): (Run | undefined)[] {
  const nearest = new Map<string, Run>()
  return runs
    .toReversed()
    .map((run) => {
      const found = nearest.get(run.sign)
      nearest.set(run.sign, run)
      return found
    })
    .toReversed()
}

function runsIn(words: string): Run[] {
  return [...words.matchAll(RUNS)]
    .map(({ 0: sign, index }) => ({
      sign,
      index,
      before: [...words.slice(Math.max(0, index - 2), index)].at(-1) ?? ' ',
      after: [...words.slice(index + sign.length, index + sign.length + 2)][0] ?? ' ',
    }))
    .filter(({ sign }) => sign in NAMES)
}

/** Whether two runs were meant to enclose what stands between them. */
function isPair(opening: Run, closing: Run): boolean {
  const { sign } = opening
  if (sign === '==') return isBoundary(opening.before) && !isBlank(opening.after) && !isBlank(closing.before)
  // Marks of a footnote, Price*, and words with letters left out, f**k, are no pair.
  const mayOpen = isBoundary(opening.before) || UNSPACED.test(opening.before) || OPENING.test(opening.after)
  if (!mayOpen || OPENING_ALONE.test(closing.before)) return false
  if (sign.length === 1) {
    return (
      !isBlank(opening.after) && !isBlank(closing.before) && (failsToOpen(opening) || failsToClose(closing))
    )
  }
  const isOuter = isBoundary(closing.after) || UNSPACED.test(closing.after) || failsToClose(closing)
  return isOuter || failsToOpen(opening)
}

/** Whether a mark opens bold and nothing closes it: no asterisk of a footnote, and no blank to fill in. */
function isOpen({ sign, before, after }: Run): boolean {
  const isMark = sign === '**' || sign === '__' || sign === '~~'
  return isMark && isBoundary(before) && (LETTER.test(after) || OPENING.test(after))
}

function judge(
  opening: Run,
  closing: Run,
  inside: string,
  [before, after]: readonly [string, string],
): { cause: string; mend: string } {
  const { sign } = opening
  if (sign === '==') return { cause: 'nothing is highlighted here', mend: `**${inside.trim()}**` }
  if (isBlank(opening.after) || isBlank(closing.before)) {
    return { cause: `a blank stands within ${sign}`, mend: `${sign}${inside.trim()}${sign}` }
  }
  const isAtEnd = failsToClose(closing)
  if (sign.startsWith('_') && LETTER.test(isAtEnd ? closing.before : opening.after)) {
    const stars = '*'.repeat(sign.length)
    return { cause: `${sign} means nothing within a word`, mend: `${stars}${inside}${stars}` }
  }
  const cause = `${sign} ${isAtEnd ? 'closes' : 'opens'} nothing between a letter and a sign`
  const [, lead = '', core = '', trail = ''] = /^([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)$/su.exec(inside) ?? []
  const isWhole = /[\p{Pf}\p{Pe}"]/u.test(trail) === /[\p{Pi}\p{Ps}"]/u.test(lead)
  const isUnspaced = UNSPACED.test(isAtEnd ? closing.after : opening.before)
  if (isUnspaced && isWhole && core) return { cause, mend: `${lead}${sign}${core}${sign}${trail}` }
  const whole = `${sign}${inside}${sign}`
  return { cause, mend: isAtEnd ? `${whole} ${after}` : `${before} ${whole}` }
}

/** CommonMark: nothing closes between a sign and a letter. */
function failsToClose({ sign, before, after }: Run): boolean {
  const isWithin = sign.startsWith('_') && LETTER.test(before)
  return !isBlank(before) && LETTER.test(after) && (MARK.test(before) || isWithin)
}

function failsToOpen({ sign, before, after }: Run): boolean {
  const isWithin = sign.startsWith('_') && sign.length > 1 && LETTER.test(after)
  return !isBlank(after) && LETTER.test(before) && (OPENING.test(after) || isWithin)
}

function isBoundary(sign: string): boolean {
  return isBlank(sign) || MARK.test(sign)
}

function isBlank(sign: string): boolean {
  return /\s/.test(sign)
}
