import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { Figures } from './figures.ts'
import { barsChart, gridLines, hoursChart } from './charts.ts'

test.each([
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [6, [0, 2, 4, 6]],
  [12, [0, 5, 10]],
  [99, [0, 20, 40, 60, 80]],
  [1000, [0, 200, 400, 600, 800, 1000]],
])('a scale up to %i has lines at %j', (most, lines) => {
  expect(gridLines(most)).toEqual(lines)
})

/** The numbers of an attribute, in the order of the elements of that name. */
function numbersOf(svg: string, element: string, attribute: string): number[] {
  const tags = svg.match(new RegExp(`<${element} [^>]*>`, 'g')) ?? []
  return tags.map((tag) => Number(new RegExp(`(?<= ${attribute}=")[^"]*`).exec(tag)?.[0]))
}

describe('the chart of hours', () => {
  const from = Date.parse('2025-07-01T13:00Z')
  const hours = Array.from({ length: 168 }, (_, i) => ({ at: new Date(from + i * 3_600_000), views: i % 7 }))
  const svg = toHtml(hoursChart({ hours } as Figures, 'Asia/Kolkata'))

  test('has a bar for each hour, as high as its views', () => {
    const heights = numbersOf(svg, 'rect', 'height')
    expect(heights).toHaveLength(168)
    const [none = -1, one = -1, two = -1] = heights
    expect([none, two]).toEqual([0, expect.closeTo(2 * one, 1)])
  })

  test('names each day at its first hour in the outlet’s zone', () => {
    const days = [...svg.matchAll(/>(\d+ \w+)<\/text>/g)].map(([, day]) => day)
    expect(days).toEqual(['2', '3', '4', '5', '6', '7', '8'].map((day) => `${day} Jul`))
  })

  test('is drawn where nothing was read', () => {
    const quiet = { hours: hours.map(({ at }) => ({ at, views: 0 })) } as Figures
    expect(toHtml(hoursChart(quiet, 'UTC'))).not.toMatch(/NaN|Infinity/)
  })
})

test('bars are as long as their values, the first ten of them, and their labels are text', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [`<b>${i}</b>`, 24 - 2 * i] as const)
  const svg = toHtml(barsChart(rows))
  const widths = numbersOf(svg, 'rect', 'width')
  expect(widths).toHaveLength(10)
  expect(widths[6]).toBeCloseTo((widths[0] ?? 0) / 2)
  expect(svg).not.toContain('<b>')
})
