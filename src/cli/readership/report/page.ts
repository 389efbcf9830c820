import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
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
figure svg { width: 100%; height: auto; min-width: 36rem; font-size: 12px }
div { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem }
th, td { padding: 0.375rem 0.5rem; border-bottom: 1px solid var(--rule); text-align: start }
.number { text-align: end; font-variant-numeric: tabular-nums }
`

export interface ReportSetting {
  outlet: string
  timeZone: string
}

/** A page of its own, without scripts, with the charts in it. Titles stand in it as text, whatever they hold. */
export function renderReport(figures: Figures, { outlet, timeZone }: ReportSetting): string {
  const title = `Readers of ${outlet}`
  const until = isoInZone(new Date(figures.until), timeZone).slice(0, 16).replace('T', ' ')
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        h('style', STYLE),
      ]),
      h('body', [
        h('h1', title),
        h('p', `Views up to ${until} (${timeZone}), counted from the web server's log.`),
        figure('Views by hour', hoursChart(figures, timeZone)),
        bars(
          'Top articles: views in seven days',
          figures.articles.map(({ title, week }) => [title, week]),
        ),
        bars(
          'By category: views in seven days',
          figures.categories.map(({ name, views }) => [name, views]),
        ),
        bars(
          'Risers: views in 24 hours, more than in the 24 before',
          figures.risers.map(({ title, more }) => [title, more]),
        ),
        h('h2', 'All articles read in seven days'),
        h('div', { tabIndex: 0, role: 'region', ariaLabel: 'Table' }, articlesTable(figures)),
      ]),
    ]),
  ])
  return `${toHtml(page)}\n`
}

function bars(title: string, rows: readonly (readonly [label: string, value: number])[]): Element[] {
  return rows.length > 0 ? figure(title, barsChart(rows)) : []
}

function figure(title: string, chart: Element): Element[] {
  const label = `${title}; the numbers are in the table below.`
  const described = { ...chart, properties: { ...chart.properties, role: 'img', ariaLabel: label } }
  return [h('h2', title), h('figure', described)]
}

function articlesTable({ articles }: Figures): Element {
  const number = (content: string) => h('td.number', content)
  return h('table', [
    h('thead', [
      h('tr', [
        ...['Article', 'Category'].map((name) => h('th', { scope: 'col' }, name)),
        ...['24 hours', 'Change', '7 days'].map((name) => h('th.number', { scope: 'col' }, name)),
      ]),
    ]),
    h(
      'tbody',
      articles.map(({ title, category, day, dayBefore, week }) =>
        h('tr', [
          h('td', { dir: 'auto' }, title),
          h('td', category),
          ...[String(day), signed(day - dayBefore), String(week)].map(number),
        ]),
      ),
    ),
  ])
}
