import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import type { SiteInput } from './site.ts'

const newsletter = { title: 'Every morning', text: 'The news.', action: 'https://list.example/join' }

test('a newsletter needs an address to be sent to, and no more', () => {
  expect(siteWith({ newsletter }).newsletter).toEqual({
    ...newsletter,
    method: 'post',
    field: 'email',
    hidden: {},
  })
})

test.each([
  ['a post with a query', { ...newsletter, action: 'https://list.example/join?u=7' }],
  ['a get without', { ...newsletter, method: 'get', hidden: { u: '7' } }],
] as const)('%s is a form that a browser sends whole', (_, input) => {
  expect(siteWith({ newsletter: input }).newsletter).toMatchObject(input)
})

test.each([
  [
    { newsletter: { ...newsletter, method: 'get', action: 'https://list.example/?u=7' } },
    '"newsletter.action" is "https://list.example/?u=7", but must not have a ?',
  ],
  [
    { newsletter: { ...newsletter, action: '/join' } },
    '"newsletter.action" is "/join", but must be an address',
  ],
  [
    { newsletter: { ...newsletter, method: 'put' } },
    '"newsletter.method" is "put", but must be "post" or "get"',
  ],
  [
    { newsletter: { ...newsletter, hidden: { u: 7 } } },
    '"newsletter.hidden.u" is 7, but must be text: put it in quotes',
  ],
  [
    { newsletter: { ...newsletter, feild: 'e' } },
    '"newsletter.feild" is not a setting. Did you mean "field"?',
  ],
  [{ support: { title: 'Help', text: 'Please.' } }, '"support.link" is missing.'],
  [
    { support: { title: 'Help', text: 'Please.', link: { label: 'Give', href: '//evil.example' } } },
    '"support.link.href" is "//evil.example", but must be a path',
  ],
] as unknown as [Partial<SiteInput>, string][])('%j is refused', (input, complaint) => {
  expect(() => siteWith(input)).toThrow(complaint)
})
