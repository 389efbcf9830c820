import * as Plot from '@observablehq/plot'
import { isoInZone } from '#domain/zoned-time.ts'
import type { Figures } from './figures.ts'
import { shortened } from './table.ts'

const WIDTH = 760
const BAR = 24
const LABELS = 340
const LABEL_LENGTH = 44
const BARS = 10

/** Views of each hour of seven days, in the outlet's own time. */
export function hoursChart(document: Document, { hours }: Figures, timeZone: string): Element {
  // Plot writes times in UTC: the clock of the outlet is given to it as such.
  const local = hours.map(({ at, views }) => ({
    at: new Date(`${isoInZone(at, timeZone).slice(0, 19)}Z`),
    views,
  }))
  return Plot.plot({
    document,
    width: WIDTH,
    height: 200,
    marginLeft: 48,
    x: { label: null, type: 'utc' },
    y: { label: 'Views in an hour', grid: true },
    marks: [
      Plot.rectY(local, { x: 'at', y: 'views', interval: 'hour', fill: 'var(--accent)' }),
      Plot.ruleY([0]),
    ],
  })
}

/** Bars from left to right, one for each of the first ten of `rows`, the longest first. */
export function barsChart(
  document: Document,
  rows: readonly (readonly [label: string, value: number])[],
): Element {
  const shown = rows.slice(0, BARS).map(([label, value]) => ({ label, value }))
  // By their places, as two articles may have one title.
  const places = shown.map((_, i) => i)
  return Plot.plot({
    document,
    width: WIDTH,
    height: shown.length * BAR + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: LABELS,
    marginRight: 48,
    // Every bar has its number.
    x: { axis: null },
    y: {
      label: null,
      domain: places,
      tickSize: 0,
      tickFormat: (i) => shortened(shown[i]?.label ?? '', LABEL_LENGTH),
    },
    marks: [
      Plot.barX(shown, { x: 'value', y: places, fill: 'var(--accent)' }),
      Plot.text(shown, {
        x: 'value',
        y: places,
        text: (row) => String(row.value),
        dx: 6,
        textAnchor: 'start',
      }),
      Plot.ruleX([0]),
    ],
  })
}
