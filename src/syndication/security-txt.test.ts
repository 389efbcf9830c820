import { expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { siteWith } from '../../tests/support/newsroom.ts'
import { writeAdsTxt } from './ads-txt.ts'
import { writeSecurityTxt } from './security-txt.ts'

const site = siteWith({ url: 'https://warta.example/' })
const AT = new Date('2025-07-06T05:00:00Z')
const written = (fields: object) =>
  writeSecurityTxt({ contact: ['mailto:it@warta.example'], ...fields }, AT, site, linksFor(site))

test('has what RFC 9116 requires, good for less than a year', () => {
  expect(written({})).toBe(
    [
      'Contact: mailto:it@warta.example',
      'Expires: 2026-01-02T00:00:00.000Z',
      'Preferred-Languages: id, en',
      'Canonical: https://warta.example/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})

test('tells the policy and every address, the first one first', () => {
  const text = written({
    contact: ['https://warta.example/report', 'tel:+62-21-555'],
    policy: 'https://warta.example/policy',
    languages: ['id'],
  })
  expect(text).toMatch(/^Contact: https:\/\/warta\.example\/report\nContact: tel:\+62-21-555\nExpires/)
  expect(text).toContain('\nPreferred-Languages: id\n')
  expect(text).toContain('\nPolicy: https://warta.example/policy\n')
})

test('ads.txt has a seller a line', () => {
  expect(
    writeAdsTxt([
      { domain: 'google.com', account: 'pub-7', relationship: 'DIRECT', authority: 'f08c47fec0942fa0' },
      { domain: 'exchange.example', account: '42', relationship: 'RESELLER' },
    ]),
  ).toBe('google.com, pub-7, DIRECT, f08c47fec0942fa0\nexchange.example, 42, RESELLER\n')
})
