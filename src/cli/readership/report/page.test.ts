import { expect, test } from 'vitest'
import { elementsOf } from '../../../../tests/support/html.ts'
import type { Figures } from './figures.ts'
import { renderReport } from './page.ts'

const TITLE = '</title><script>alert(1)</script> & "more"'
const article = { title: TITLE, category: 'City', day: 5, dayBefore: 2, week: 8 }
const figures: Figures = {
  until: Date.parse('2025-07-08T12:00:00Z'),
  hours: [{ at: new Date('2025-07-08T12:00:00Z'), views: 3 }],
  articles: [article],
  categories: [{ name: 'City', views: 8 }],
  risers: [{ ...article, more: 3 }],
}
const setting = { outlet: `Berita ${TITLE}`, timeZone: 'Asia/Jakarta' }

test('the report holds what readers and authors wrote as text alone', () => {
  const html = renderReport(figures, setting)
  expect(html).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8">/)
  expect(html).not.toContain('<script')
  expect(html).toContain('Views up to 2025-07-08 19:00 (Asia/Jakarta)')
  expect(elementsOf(html).filter(({ tagName }) => tagName === 'tr')).toHaveLength(2)
})

test('each chart says what it shows to those who do not see it; what is empty has none', () => {
  const labels = (of: Figures) =>
    elementsOf(renderReport(of, setting))
      .filter(({ tagName }) => tagName === 'svg')
      .map(({ properties }) => [properties.role, properties.ariaLabel])
  expect(labels(figures)).toHaveLength(4)
  expect(labels(figures)[0]).toEqual(['img', 'Views by hour; the numbers are in the table below.'])
  expect(labels({ ...figures, risers: [] })).toHaveLength(3)
})
