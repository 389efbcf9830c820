import type { Texts } from './texts.ts'

/** What the verifier needs to know of one file of the output, so that a file that has not changed need not be read again. */
export interface Facts {
  /** An `article` is a page too; a `part` is what no reader opens by itself: a fragment, a feed, a style sheet. */
  kind: 'article' | 'page' | 'part'
  /** Own addresses that it names: path from the host's root, with an anchor where it has one. Each once. */
  links: string[]
  /** Those that authors wrote into their texts. The desk has judged them, and lets them name what is yet to come. */
  authored: string[]
  /** Of its elements. */
  ids: string[]
  /** What is wrong with it, whatever else there is, each by `faultText`. */
  faults: string[]
  /** Of a page that search reads: its language, when it was published (ISO 8601), and a digest of what is searched in it. */
  searched: string[]
}

export const LISTS = ['links', 'authored', 'ids', 'faults', 'searched'] as const
type List = (typeof LISTS)[number]
type Numbers = readonly number[] | Uint32Array

/** Facts with numbers for texts: there are some million. */
export type NumberedFacts = Pick<Facts, 'kind'> & Record<List, Numbers>

export function numbered(facts: Facts, texts: Texts): NumberedFacts {
  return { kind: facts.kind, ...inLists((list) => facts[list].map((text) => texts.add(text))) }
}

/** Facts with other numbers for the same texts. */
export function renumbered(facts: NumberedFacts, numberOf: (number: number) => number): NumberedFacts {
  return { kind: facts.kind, ...inLists((list) => Array.from(facts[list], numberOf)) }
}

/** Each list by its name and its place in `LISTS`. */
export function inLists(numbersOf: (list: List, place: number) => Numbers): Record<List, Numbers> {
  return Object.fromEntries(LISTS.map((list, place) => [list, numbersOf(list, place)])) as Record<
    List,
    Numbers
  >
}
