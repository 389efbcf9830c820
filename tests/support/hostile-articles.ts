import fc from 'fast-check'
import { HOSTILE_PIECES } from './hostile-pieces.ts'

/** What YAML takes for more than a text. */
const YAML_SIGNS =
  '--- | > & * ! % @ ` { } [ ] , : # ? - ~ null yes 0x1F 1e3 .inf 2025-07-04 !!js/function &a *a <<: {<<: "\'\t'.split(
    ' ',
  )
const SOUND: Record<string, string> = {
  title: 'A title',
  description: 'A description',
  category: 'politics',
  authors: '[budi]',
  publishedAt: '2025-07-04T22:13',
}
const OTHERS = [
  'updatedAt',
  'tags',
  'image',
  'kind',
  'sponsor',
  'lang',
  'contributors',
  'aliases',
  'series',
  'corrections',
  'withdrawn',
  'draft',
  'priority',
  'sources',
  'comments',
  '__proto__',
  'constructor',
  'toString',
  'a b',
]

/** A text of hostile pieces and of any other signs, cut off anywhere. */
const text: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...HOSTILE_PIECES) },
        { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        { weight: 1, arbitrary: fc.constantFrom(...YAML_SIGNS) },
      ),
      { minLength: 1, maxLength: 12 },
    ),
    fc.constantFrom('', ' ', '\n', '\n\n'),
    fc.nat({ max: 3 }),
  )
  .map(([pieces, between, cut]) => {
    const whole = pieces.join(between)
    return cut === 0 ? whole.slice(0, whole.length >> 1) : whole
  })

/** The same as one line. */
const line = text.map((words) => words.replace(/\s+/g, ' '))

const value: fc.Arbitrary<string> = fc.oneof(
  // As an author writes who knows how to quote; most such files can be read.
  { weight: 6, arbitrary: line.map((words) => JSON.stringify(words)) },
  { weight: 1, arbitrary: line },
  { weight: 1, arbitrary: line.map((words) => `[${JSON.stringify(words)}, {a: ${JSON.stringify(words)}}]`) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).map((json) => JSON.stringify(json)) },
)

const frontMatter: fc.Arbitrary<string> = fc
  .tuple(
    // Which of the fields that there must be are hostile.
    fc.dictionary(fc.constantFrom('title', 'description'), value, { maxKeys: 2 }),
    fc.dictionary(fc.constantFrom(...Object.keys(SOUND), ...OTHERS), value, { maxKeys: 2 }),
    fc.array(
      value.map((words) => `tags: [${words}]`),
      { maxLength: 1 },
    ),
    fc.boolean(),
  )
  .map(([written, others, tags, alsoOthers]) => {
    const fields = { ...SOUND, ...written, ...(alsoOthers ? others : {}) }
    return [...Object.entries(fields).map(([name, words]) => `${name}: ${words}`), ...tags].join('\n')
  })

/** The bytes of an article's file from somebody who means harm, or whose disk does. */
export const hostileFile: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: frontMatter.map((fields) => `---\n${fields}\n---\n`) },
      { weight: 1, arbitrary: text },
    ),
    text,
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 })) },
    ),
  )
  .map(([front, body, noise]) => {
    const bytes = new TextEncoder().encode(front + body)
    if (noise) bytes.set(noise[1].slice(0, bytes.length), noise[0] % Math.max(1, bytes.length - 4))
    return bytes
  })
