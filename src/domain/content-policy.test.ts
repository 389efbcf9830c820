import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { articlePolicy, EMPTY_POLICY, PAGE_POLICY, writePolicy } from './content-policy.ts'

const ARTICLE = { ads: true, discussion: 'open' } as const

test('an article that needs nobody else has the policy of every page', () => {
  expect(articlePolicy(siteWith(), ARTICLE, [])).toEqual(PAGE_POLICY)
})

test('other sites come beside the site itself, where a directive has it, and alone where not', () => {
  const comments = { provider: 'waline', server: 'https://talk.example/' } as const
  const policy = articlePolicy(siteWith({ comments }), ARTICLE, ['https://film.example/embed/1'])
  expect(policy).toEqual({
    ...PAGE_POLICY,
    'connect-src': ["'self'", 'https://talk.example'],
    'frame-src': ['https://film.example'],
  })
})

test('a script for advertising makes markup and styles as it pleases, where it runs', () => {
  const ads = { enabled: true, script: 'https://ads.example/show.js', top: { height: 90 } } as const
  const policy = articlePolicy(siteWith({ ads }), ARTICLE, [])
  expect(policy['script-src']).toEqual(["'self'", 'https://ads.example'])
  expect(policy['style-src']).toEqual(["'self'", "'unsafe-inline'"])
  expect(Object.keys(PAGE_POLICY).filter((name) => !(name in policy))).toEqual([
    'require-trusted-types-for',
    'trusted-types',
  ])
  expect(articlePolicy(siteWith({ ads }), { ...ARTICLE, ads: false }, [])).toEqual(PAGE_POLICY)
})

test('is written as a header has it', () => {
  expect(writePolicy(EMPTY_POLICY)).toBe("default-src 'none'; base-uri 'none'; form-action 'none'")
})
