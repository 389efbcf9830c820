import { parseHTML } from 'linkedom'
import { isoInZone } from '#domain/zoned-time.ts'
import { barsChart, hoursChart } from './charts.ts'
import type { Figures } from './figures.ts'
import { signed } from './table.ts'

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #16181d; --muted: #585d66; --rule: #dcd8cf; --accent: #a3161a }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121417; --ink: #eceae4; --muted: #a6aab2; --rule: #33373e; --accent: #ff9d92 }
}
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif }
h1 { margin: 0; font: bold 2rem/1.2 Georgia, serif }
p { margin: 0.25rem 0 2rem; color: var(--muted) }
h2 { margin: 2.5rem 0 0.5rem; padding-top: 0.5rem; border-top: 4px solid; font-size: 1.125rem }
figure { margin: 0; overflow-x: auto }
figure svg { width: 100%; min-width: 36rem; font-size: 12px; --plot-background: var(--paper) }
div { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem }
th, td { padding: 0.375rem 0.5rem; border-bottom: 1px solid var(--rule); text-align: start }
.number { text-align: end; font-variant-numeric: tabular-nums }
`

export interface ReportSetting {
  outlet: string
  timeZone: string
}

/** A page of its own, without scripts, with the charts in it. */
export function renderReport(figures: Figures, { outlet, timeZone }: ReportSetting): string {
  const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>')
  const add = (parent: Element, name: string, text = '', attributes: Record<string, string> = {}) => {
    const element = document.createElement(name)
    // As text, whatever an article's title holds.
    element.textContent = text
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    parent.append(element)
    return element
  }
  const chart = (title: string, svg: Element) => {
    add(document.body, 'h2', title)
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', `${title}; the numbers are in the table below.`)
    add(document.body, 'figure').append(svg)
  }

  add(document.head, 'meta', '', { charset: 'utf-8' })
  add(document.head, 'meta', '', { name: 'viewport', content: 'width=device-width, initial-scale=1' })
  add(document.head, 'title', `Readers of ${outlet}`)
  add(document.head, 'style', STYLE)
  add(document.body, 'h1', `Readers of ${outlet}`)
  const until = isoInZone(new Date(figures.until), timeZone).slice(0, 16).replace('T', ' ')
  add(document.body, 'p', `Views up to ${until} (${timeZone}), counted from the web server's log.`)

  chart('Views by hour', hoursChart(document, figures, timeZone))
  const bars = (title: string, rows: readonly (readonly [label: string, value: number])[]) => {
    if (rows.length > 0) chart(title, barsChart(document, rows))
  }
  bars(
    'Top articles: views in seven days',
    figures.articles.map(({ title, week }) => [title, week]),
  )
  bars(
    'By category: views in seven days',
    figures.categories.map(({ name, views }) => [name, views]),
  )
  bars(
    'Risers: views in 24 hours, more than in the 24 before',
    figures.risers.map(({ title, more }) => [title, more]),
  )

  add(document.body, 'h2', 'All articles read in seven days')
  const table = add(
    add(document.body, 'div', '', { tabindex: '0', role: 'region', 'aria-label': 'Table' }),
    'table',
  )
  const header = add(add(table, 'thead'), 'tr')
  for (const name of ['Article', 'Category']) add(header, 'th', name, { scope: 'col' })
  for (const name of ['24 hours', 'Change', '7 days'])
    add(header, 'th', name, { scope: 'col', class: 'number' })
  const body = add(table, 'tbody')
  for (const { title, category, day, dayBefore, week } of figures.articles) {
    const row = add(body, 'tr')
    add(row, 'td', title, { dir: 'auto' })
    add(row, 'td', category)
    for (const number of [String(day), signed(day - dayBefore), String(week)]) {
      add(row, 'td', number, { class: 'number' })
    }
  }
  return `${document.toString()}\n`
}
