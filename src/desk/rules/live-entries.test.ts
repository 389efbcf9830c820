import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkNewsroom, type Rule } from '../check.ts'
import { isError } from '../problem.ts'
import {
  articleFile,
  problemAt,
  problemsOf,
  SITE,
  STAFF,
  temporaryNewsroom,
  warningAt,
} from '../../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from '../read-newsroom.ts'
import { checkLiveEntries } from './live-entries.ts'
import { checkLiveStates } from './live-states.ts'

const LIVE = '{ state: ended, from: 2025-07-04T22:00, until: 2025-07-05T01:00 }'
const FOLDER = 'articles/2025/07/match'

async function found(entries: Record<string, string>, live: string | undefined = LIVE) {
  const files = Object.entries(entries).map(([name, text]) => [`${FOLDER}/live/${name}.md`, text])
  return problemsOf(checkLiveEntries, {
    ...STAFF,
    [`${FOLDER}.md`]: articleFile(live === 'none' ? {} : { live }),
    ...Object.fromEntries(files),
  })
}

/** After all that is written here. */
beforeEach(() => void vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 10) / 1000)))
afterEach(() => void vi.unstubAllEnvs())

const at = (name: string, place = '1:1') => `${FOLDER}/live/${name}.md:${place}`

test('a file that is named by its moment is an entry, with no front matter at all', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    [`${FOLDER}/index.md`]: articleFile({ live: LIVE }),
    [`${FOLDER}/live/2025-07-04-2230.md`]: 'A goal.\n',
    [`${FOLDER}/live/2025-07-04-2231-own-goal.md`]: '\uFEFFAnother, sent by a phone.',
  })
  const files = await readNewsroom(folder)
  expect(files.sources.articles.map(({ slug }) => slug)).toEqual(['match'])
  expect([...files.entries.values()].flat().map(({ body }) => body.trim())).toEqual([
    'A goal.',
    'Another, sent by a phone.',
  ])
  expect((await checkNewsroom(files, SITE)).filter(isError)).toEqual([])
})

test('a folder that is called live, and lies beside no article, has articles', async () => {
  const folder = await temporaryNewsroom({
    ...STAFF,
    'articles/live/2025-07-04-2230.md': articleFile(),
    'articles/2025/live/story.md': articleFile(),
  })
  const { sources, entries, problems } = await readNewsroom(folder)
  expect([sources.articles.length, entries.size, problems]).toEqual([2, 0, []])
})

test.each([
  ['no front matter', 'A goal.'],
  ['that of an entry', '---\nkey: true\n---\nA goal.'],
])('an entry of no article is told as one: %s', async (_, text) => {
  const { problems } = await readNewsroom(
    await temporaryNewsroom({ ...STAFF, [`${FOLDER}/live/2025-07-04-2230.md`]: text }),
  )
  expect(problems).toEqual([
    problemAt(at('2025-07-04-2230'), `its article is not there. Write the article as ${FOLDER}/index.md`),
  ])
})

describe('told at the line', () => {
  test.each([
    [
      'nothing says when',
      { goal: 'Text.' },
      LIVE,
      problemAt(at('goal'), 'nothing says when this was written. Name the file'),
    ],
    [
      'a date that is none',
      { '2025-02-30-2230': 'Text.' },
      LIVE,
      problemAt(at('2025-02-30-2230'), 'a date that does not exist'),
    ],
    [
      'before the coverage',
      { '2025-07-04-2159': 'Text.' },
      LIVE,
      problemAt(
        at('2025-07-04-2159'),
        'is of 2025-07-04T21:59:00+07:00, and the coverage begins at 2025-07-04T22:00:00+07:00',
      ),
    ],
    [
      'after it',
      { goal: '---\ntitle: Goal\nat: 2025-07-05T01:00:01\n---\nText.' },
      LIVE,
      problemAt(at('goal', '3:5'), 'the coverage ends at'),
    ],
    [
      'of an article that is not live',
      { '2025-07-04-2230': 'Text.' },
      'none',
      problemAt(at('2025-07-04-2230'), 'live: { state: live, from: 2025-07-04T22:30 }'),
    ],
    [
      'a name that no address can have',
      { 'Goal!': '---\nat: 2025-07-04T22:30\n---\nText.' },
      LIVE,
      problemAt(at('Goal!', '2:5'), '"Goal!" cannot be'),
    ],
    [
      'a name that the page has',
      { comments: '---\nat: 2025-07-04T22:30\n---\nText.' },
      LIVE,
      problemAt(at('comments', '2:5'), 'another place on the page'),
    ],
  ])('%s', async (_, entries, live, problem) => {
    expect(await found(entries, live)).toEqual([problem])
  })
})

describe('an entry that names its article', () => {
  const AT = 'at: 2025-07-04T22:30'
  const named = (text: string, name = 'src/content/live/2025-07-04-223000.md') => ({ [name]: text })
  const problems = async (files: Record<string, string>, live: Record<string, string> = { live: LIVE }) => {
    const folder = await temporaryNewsroom({ ...STAFF, [`${FOLDER}.md`]: articleFile(live), ...files })
    return (await checkNewsroom(await readNewsroom(folder), SITE)).filter(isError)
  }

  test('belongs to it, with those that lie beside it', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      [`${FOLDER}.md`]: articleFile({ live: LIVE }),
      [`${FOLDER}/live/2025-07-04-2231.md`]: 'A goal.',
      ...named(`---\ncoverage: match\n${AT}\n---\nThe ball is rolling.`),
    })
    const files = await readNewsroom(folder)
    expect(files.entries.get(`${FOLDER}.md`)?.map(({ slug }) => slug)).toEqual([
      '2025-07-04-2231',
      '2025-07-04-223000',
    ])
    expect((await checkNewsroom(files, SITE)).filter(isError)).toEqual([])
  })

  test('comes after one of the same moment whose name has an earlier second', async () => {
    const two = ['223003', '223015'].map((second) =>
      named(`---\ncoverage: match\n${AT}\n---\nText.`, `src/content/live/2025-07-04-${second}.md`),
    )
    expect(await problems(Object.assign({}, ...two))).toEqual([])
  })

  test.each([
    ['says none', 'Text.', '1:1', 'nothing says which live coverage this entry belongs to'],
    ['names what is not there', '---\ncoverage: macht\n---\nText.', '2:11', 'Did you mean "match"?'],
    ['names no name', '---\ncoverage: [match]\n---\nText.', '2:11', 'must name a file of articles/'],
    [
      'is later than the coverage',
      '---\ncoverage: match\nat: 2025-07-05T02:00\n---\nText.',
      '3:5',
      'ends at',
    ],
    ['is not written', '---\ncoverage: match\n---\n', '4:1', 'there is no text'],
  ])('%s', async (_, text, place, words) => {
    expect(await problems(named(text))).toEqual([
      problemAt(`src/content/live/2025-07-04-223000.md:${place}`, words),
    ])
  })

  test('is told where that is no live coverage', async () => {
    const told = problemAt('src/content/live/2025-07-04-223000.md:1:1', 'which is no live coverage')
    expect(await problems(named(`---\ncoverage: match\n${AT}\n---\nText.`), {})).toMatchObject([told])
  })

  test('does not lie beside another one', async () => {
    const beside = { [`${FOLDER}/live/2025-07-04-2231.md`]: '---\ncoverage: match\n---\nText.' }
    expect(await problems(beside)).toEqual([problemAt(at('2025-07-04-2231', '2:11'), 'Take the line out')])
  })

  test('has a name of its own among those that lie beside the article', async () => {
    const two = {
      ...named('---\ncoverage: match\n---\nText.'),
      [`${FOLDER}/live/2025-07-04-223000.md`]: 'Text.',
    }
    expect(await problems(two)).toEqual([
      problemAt('src/content/live/2025-07-04-223000.md:1:1', 'have one name'),
    ])
  })
})

describe('two of one moment', () => {
  test.each([
    ['in order by a number', ['2025-07-04-2230', '2025-07-04-2230-2']],
    ['in order by seconds', ['2025-07-04-2230', '2025-07-04-223001']],
    ['with words and a number', ['2025-07-04-2230-goal', '2025-07-04-2230-card-2']],
  ])('%s', async (_, names) => {
    expect(await found(Object.fromEntries(names.map((name) => [name, 'Text.'])))).toEqual([])
  })

  test.each([
    ['two writers at once', { '2025-07-04-2230-ana': 'Text.', '2025-07-04-2230-budi': 'Text.' }],
    [
      'the same as a name says',
      { '2025-07-04-2230': 'Text.', goal: '---\nat: 2025-07-04T22:30\n---\nText.' },
    ],
    [
      'in other zones',
      { one: '---\nat: 2025-07-04T22:30\n---\nText.', two: '---\nat: 2025-07-04T15:30Z\n---\nText.' },
    ],
  ])('nothing puts in order: %s', async (_, entries) => {
    const [first, second] = Object.keys(entries)
    expect(await found(entries)).toEqual([
      {
        ...problemAt(at(String(second)), `this entry and ${FOLDER}/live/${first}.md are of the same moment`),
        line: expect.any(Number),
        column: expect.any(Number),
      },
    ])
  })
})

describe('an entry is judged as a body is', () => {
  test.each([
    ['a link to nowhere', '[x](/politics/nowhere/)', '"/politics/nowhere/" leads to no page'],
    ['a picture that is not there', '![A boat](./boat.png)', 'is not there'],
    ['a picture without words', '![](./boat.png)', 'has no words'],
    ['a link that runs code', '[x](javascript:alert(1))', 'may not start with "javascript:"'],
    ['an author who is not known', '---\nauthors: [nobody]\n---\nText.', 'author "nobody" is not known'],
    ['an article that is not there', '---\narticle: nothing\n---\nText.', 'article "nothing" is not known'],
    [
      'a field that there is not',
      '---\nkeyy: true\n---\nText.',
      '"keyy" is not a field. Did you mean "key"?',
    ],
    ['no text', '', 'there is no text'],
    ['HTML', 'A <b>goal</b>', 'HTML is not used here'],
    ['a heading that is too deep', '##### Goal', 'levels below'],
  ])('%s', async (_, text, words) => {
    const files = {
      ...STAFF,
      [`${FOLDER}/index.md`]: articleFile({ live: LIVE }),
      [`${FOLDER}/live/2025-07-04-2230.md`]: text,
    }
    const problems = await checkNewsroom(await readNewsroom(await temporaryNewsroom(files)), SITE)
    expect(problems.map(({ file, message }) => [file, message])).toContainEqual([
      `${FOLDER}/live/2025-07-04-2230.md`,
      expect.stringContaining(words),
    ])
  })

  test('it may lead to other entries, and its article to it', async () => {
    const files = {
      ...STAFF,
      [`${FOLDER}.md`]: articleFile({ live: LIVE }, 'See [the goal](#2025-07-04-2230).'),
      [`${FOLDER}/live/2025-07-04-2230.md`]: 'A goal.',
      [`${FOLDER}/live/2025-07-04-2240.md`]:
        'After [it](/politics/match/#2025-07-04-2230), [nothing](#2025-07-04-2299).',
    }
    const problems = await checkNewsroom(await readNewsroom(await temporaryNewsroom(files)), SITE)
    expect(problems.map(({ message }) => message.slice(0, 29))).toEqual(['the link "#2025-07-04-2299" l'])
  })
})

describe('the clock and the state', () => {
  const judged = (live: string) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2025-07-05T00:00+07:00') / 1000))
    const rule: Rule = checkLiveStates
    return problemsOf(rule, { ...STAFF, 'articles/match.md': articleFile({ live }) })
  }

  test.each([
    ['{ state: upcoming, from: 2025-07-05T01:00 }'],
    ['{ state: live, from: 2025-07-04T22:00 }'],
    ['{ state: live, from: 2025-07-05T01:00 }'],
    ['{ state: live, from: 2025-07-04T22:00, until: 2025-07-05T01:00 }'],
    ['{ state: ended, from: 2025-07-04T22:00, until: 2025-07-04T23:00 }'],
  ])('%s is as it may be', async (live) => {
    expect(await judged(live)).toEqual([])
  })

  test.each([
    ['{ state: upcoming, from: 2025-07-04T22:00 }', 'is upcoming, but "from" is past'],
    ['{ state: live, from: 2025-07-04T20:00, until: 2025-07-04T23:00 }', 'is live, but "until" is past'],
    ['{ state: ended, from: 2025-07-04T22:00, until: 2025-07-05T01:00 }', 'is ended, but "until" lies ahead'],
    ['{ state: ended, from: 2025-07-05T01:00 }', 'is ended, but "from" lies ahead'],
  ])('%s is not', async (live, words) => {
    expect(await judged(live)).toEqual([warningAt('articles/match.md:7:16', words)])
  })
})

test.each([
  [
    '{ state: ended, from: 2025-07-04T22:00, until: 2025-07-04T21:59 }',
    '"live.until" must not be before from',
  ],
  ['{ state: running, from: 2025-07-04T22:00 }', '"live.state" must be one of upcoming, live, ended'],
  ['{ state: live }', '"live.from" is missing'],
  ['yes', '"live" must be { state, from }'],
])('live: %s is refused', async (live, words) => {
  const folder = await temporaryNewsroom({ ...STAFF, 'articles/match.md': articleFile({ live }) })
  const problems = await checkNewsroom(await readNewsroom(folder), SITE)
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(words)])
})
