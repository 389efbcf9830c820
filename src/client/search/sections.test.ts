import { expect, test } from 'vitest'
import { bestSections } from './sections.ts'

const section = (title: string, matches: number, url = `/a/#${title}`) => ({ title, url, matches })
const best = (...sections: ReturnType<typeof section>[]) =>
  bestSections({ url: '/a/', excerpt: '', language: 'en', meta: {}, sections }, 2).map(({ title }) => title)

test('the sections with most of it come first, and no more than asked for', () => {
  expect(best(section('a', 1), section('b', 3), section('c', 2))).toEqual(['b', 'c'])
})

test('what stands before the first heading, or has no words, is no section', () => {
  expect(best(section('Title', 9, '/a/'), section(' ', 8, '/a/#x'), section('b', 1))).toEqual(['b'])
  expect(best()).toEqual([])
})
