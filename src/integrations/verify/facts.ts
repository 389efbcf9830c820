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
  /** What is wrong with it, whatever else there is: ends of a sentence about it, with the way to mend it. */
  faults: string[]
}

/** Facts with numbers for texts: there are some million. */
export type NumberedFacts = Pick<Facts, 'kind'> & Record<'links' | 'authored' | 'ids' | 'faults', number[]>

export function numbered(facts: Facts, texts: Texts): NumberedFacts {
  const { kind, links, authored, ids, faults } = facts
  const numbers = (list: string[]) => list.map((text) => texts.add(text))
  return {
    kind,
    links: numbers(links),
    authored: numbers(authored),
    ids: numbers(ids),
    faults: numbers(faults),
  }
}
