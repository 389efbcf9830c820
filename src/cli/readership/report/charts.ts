import type { Element } from 'hast'
import { s } from 'hastscript'
import { isoInZone } from '#domain/zoned-time.ts'
import type { Figures } from './figures.ts'
import { shortened } from './table.ts'

const WIDTH = 760
/** Of the chart of hours, with room for the numbers at its left and the days below it. */
const HEIGHT = 200
const PLOT = { left: 48, right: WIDTH - 16, top: 24, bottom: HEIGHT - 24 }
const GRID_LINES = 5
const BAR = 24
const LABELS = 340
const LABEL_LENGTH = 44
/** Room for a bar's number. */
const NUMBERS = 48
const BARS = 10

/** Views of each hour of seven days, in the outlet's own time. */
export function hoursChart({ hours }: Figures, timeZone: string): Element {
  const most = Math.max(1, ...hours.map(({ views }) => views))
  const width = (PLOT.right - PLOT.left) / hours.length
  const x = (hour: number) => rounded(PLOT.left + hour * width)
  const y = (views: number) => rounded(PLOT.bottom - (views / most) * (PLOT.bottom - PLOT.top))
  const local = hours.map(({ at }) => isoInZone(at, timeZone))
  const midnights = local.flatMap((time, hour) => (time.slice(11, 13) === '00' ? [hour] : []))
  return chart(HEIGHT, [
    text({ x: 0, y: 12 }, 'Views in an hour'),
    ...gridLines(most).flatMap((views) => [
      line({ x1: PLOT.left, x2: PLOT.right, y1: y(views), y2: y(views), stroke: 'var(--rule)' }),
      text({ x: PLOT.left - 8, y: y(views), 'text-anchor': 'end', dy: '0.32em' }, String(views)),
    ]),
    ...hours.map(({ views }, hour) =>
      bar({ x: x(hour), y: y(views), width: rounded(width * 0.9), height: rounded(PLOT.bottom - y(views)) }),
    ),
    line({ x1: PLOT.left, x2: PLOT.right, y1: PLOT.bottom, y2: PLOT.bottom, stroke: 'currentColor' }),
    ...midnights.flatMap((hour) => [
      line({ x1: x(hour), x2: x(hour), y1: PLOT.bottom, y2: PLOT.bottom + 6, stroke: 'currentColor' }),
      text({ x: x(hour), y: HEIGHT - 4, 'text-anchor': 'middle' }, dayOf(local[hour] ?? '')),
    ]),
  ])
}

/** Bars from left to right, one for each of the first ten of `rows`, the longest first. */
export function barsChart(rows: readonly (readonly [label: string, value: number])[]): Element {
  const shown = rows.slice(0, BARS)
  const most = Math.max(1, ...shown.map(([, value]) => value))
  return chart(
    shown.length * BAR,
    shown.flatMap(([label, value], row) => {
      const width = rounded((value / most) * (WIDTH - LABELS - NUMBERS))
      const middle = { y: row * BAR + BAR / 2, dy: '0.32em' }
      return [
        text({ x: LABELS - 8, 'text-anchor': 'end', ...middle }, shortened(label, LABEL_LENGTH)),
        bar({ x: LABELS, y: row * BAR + 2, width, height: BAR - 4 }),
        text({ x: LABELS + width + 6, ...middle }, String(value)),
      ]
    }),
  )
}

/** The numbers at which a scale up to `most` has lines: from 0 on in steps of 1, 2 or 5 times a power of ten. */
export function gridLines(most: number): number[] {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(most / GRID_LINES)))
  const step = [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= GRID_LINES) ?? most
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step)
}

type Attributes = Record<string, string | number>

function chart(height: number, parts: Element[]): Element {
  return s('svg', { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height }, parts)
}

function bar(place: Attributes): Element {
  return s('rect', { ...place, fill: 'var(--accent)' })
}

function line(place: Attributes): Element {
  return s('line', place)
}

function text(place: Attributes, content: string): Element {
  return s('text', { ...place, fill: 'currentColor' }, content)
}

/** `4 Jul`, of an ISO date. */
function dayOf(date: string): string {
  const day = new Date(`${date.slice(0, 10)}Z`)
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
}

/** To a hundredth of a pixel. */
function rounded(length: number): number {
  return Math.round(length * 100) / 100
}
