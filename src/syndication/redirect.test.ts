import { expect, test } from 'vitest'
import { elementsOf, textOf } from '../../tests/support/html.ts'
import { writeRedirect } from './redirect.ts'

const REDIRECT = {
  to: '/politics/budget/',
  canonical: 'https://warta.example/politics/budget/',
  lang: 'id',
  title: 'Pindah',
  text: 'Budget 2025',
}

test('leads on at once, and by a link', () => {
  const elements = elementsOf(writeRedirect(REDIRECT))
  const named = (tag: string) => elements.filter(({ tagName }) => tagName === tag)
  const [policy, refresh] = named('meta').filter(({ properties }) => properties.httpEquiv !== undefined)
  expect(policy?.properties.content).toMatch(/^default-src 'none';/)
  expect(refresh?.properties).toEqual({ httpEquiv: ['refresh'], content: '0; url=/politics/budget/' })
  expect(named('a')[0]?.properties.href).toBe('/politics/budget/')
  expect(textOf(named('a')[0])).toBe('Budget 2025')
})

test('tells search engines the new address, and to keep the old one out', () => {
  const html = writeRedirect(REDIRECT)
  expect(html).toContain('<link rel="canonical" href="https://warta.example/politics/budget/">')
  expect(html).toContain('<meta name="robots" content="noindex">')
  expect(html).toMatch(/^<!doctype html>\s*<html lang="id">/i)
})

test('no text breaks out of its place', () => {
  const nasty = `"'><script>alert(1)</script>&amp;\u0008`
  const html = writeRedirect({ to: nasty, canonical: nasty, lang: nasty, title: nasty, text: nasty })
  const elements = elementsOf(html)
  const harmless = writeRedirect(REDIRECT)
  expect(elements.map(({ tagName }) => tagName)).toEqual(elementsOf(harmless).map(({ tagName }) => tagName))
  const shown = `"'><script>alert(1)</script>&amp;`
  expect(textOf(elements.find(({ tagName }) => tagName === 'a'))).toBe(shown)
  expect(elements.find(({ tagName }) => tagName === 'a')?.properties.href).toBe(shown)
  expect(textOf(elements.find(({ tagName }) => tagName === 'h1'))).toBe(shown)
})
