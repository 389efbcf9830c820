import { type Random, randomFrom, zipf } from './random.ts'

/** Words that any English text is full of: the first ranks of a vocabulary. */
const COMMON =
  'the of and to in a is that for it was on with as be at by this from have are not an had which or but his they were her she one all would there been their we has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  )
const ONSETS =
  'b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w z'.split(
    ' ',
  )
const VOWELS = 'a e i o u ai ea ee ia io oa ou'.split(' ')
const CODAS = [
  '',
  '',
  '',
  'b',
  'ck',
  'd',
  'g',
  'l',
  'm',
  'n',
  'nd',
  'nt',
  'p',
  'r',
  'rd',
  'rn',
  's',
  'st',
  't',
  'x',
]
// Forms of one stem: search must find them as one word.
const ENDINGS = ['', 's', 'ed', 'ing', 'er', 'ation', 'al', 'ly', 'ment', 'ity']
const STEMS = 8_000

/** A made-up English: real small words, and made stems with real endings. */
export interface Vocabulary {
  /** A word as often as its rank would have it; some words are more usual under one topic than elsewhere. */
  word(random: Random, topic: number): string
  /** A word that tells: not one of the common ones. */
  name(random: Random): string
}

/** How often a word comes from the topic's own. */
const OWN = 0.12
/** Words of one topic alone. */
const TOPIC_WORDS = 400

export function vocabularyFrom(seed: number): Vocabulary {
  const random = randomFrom(seed, 1)
  const stems = new Set<string>()
  while (stems.size < STEMS) stems.add(stem(random))
  const made = [...stems].flatMap((stem) => {
    const first = random.below(ENDINGS.length - 3)
    return ['', ...ENDINGS.slice(first + 1, first + 3)].map((ending) => stem + ending)
  })
  const words = [...COMMON, ...shuffled([...new Set(made)], random)]
  // Near the exponent and shift that fit English running text in Mandelbrot's formula.
  const rank = zipf(words.length, 1.07, 2.7)
  const ownRank = zipf(TOPIC_WORDS, 0.9, 1)
  const wordAt = (i: number) => words[i] as string
  return {
    word: (random, topic) =>
      random.next() < OWN
        ? wordAt(COMMON.length + ((topic * TOPIC_WORDS + ownRank(random)) % (words.length - COMMON.length)))
        : wordAt(rank(random)),
    name: (random) => wordAt(COMMON.length + random.below(words.length - COMMON.length)),
  }
}

function stem(random: Random): string {
  const syllables = random.below(3) + 1
  let text = ''
  for (let i = 0; i < syllables; i++) text += random.pick(ONSETS) + random.pick(VOWELS)
  return text + random.pick(CODAS)
}

function shuffled(items: string[], random: Random): string[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[items[i], items[j]] = [items[j] as string, items[i] as string]
  }
  return items
}
