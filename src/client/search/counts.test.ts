import { expect, test } from 'vitest'
import { mergeCounts, valuesOf } from './counts.ts'

test('counts of several indexes are added up, and what they come from stays as it is', () => {
  const english = { category: { World: 2, City: 1 }, tag: { Trade: 1 } }
  const indonesian = { category: { City: 3 }, author: { Budi: 3 } }
  expect(mergeCounts([english, indonesian, {}])).toEqual({
    category: { World: 2, City: 4 },
    tag: { Trade: 1 },
    author: { Budi: 3 },
  })
  expect(english.category.City).toBe(1)
  expect(mergeCounts([])).toEqual({})
})

test.each([
  ['category', { World: 2, Ätna: 1, city: 4, None: 0 }, undefined, ['Ätna 1', 'city 4', 'World 2']],
  ['year', { 2023: 1, 2025: 4, 2024: 2 }, undefined, ['2025 4', '2024 2', '2023 1']],
  ['tag', { Trade: 0, Town: 1 }, 'Trade', ['Town 1', 'Trade 0']],
  ['tag', { Town: 1 }, 'Unknown', ['Town 1', 'Unknown 0']],
] as const)('%s offers what would find something, and what is chosen', (name, counts, chosen, offered) => {
  expect(valuesOf(name, counts, chosen, 'en').map(({ value, count }) => `${value} ${count}`)).toEqual(offered)
})

test('of many values the most frequent are offered', () => {
  const counts = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`tag ${i}`, i]))
  const offered = valuesOf('tag', counts, 'tag 3', 'en')
  expect(offered.length).toBe(61)
  expect(offered.map(({ value }) => value)).toEqual(expect.arrayContaining(['tag 3', 'tag 440', 'tag 499']))
})
