import { hash } from 'node:crypto'
import { lineOf, onceEach, type Problem } from '#desk/problem.ts'
import { directionOf } from '#domain/language.ts'
import { fill } from '#i18n/dictionary.ts'
import { formatMoment } from '#i18n/format.ts'
import { plural } from '#i18n/plural.ts'
import type { PublisherTexts } from '#i18n/publisher/texts.ts'
import type { Attempt, Status } from '#publisher/status.ts'
import type { Commit } from '#publisher/source.ts'
import { escapeXml } from '#syndication/xml-text.ts'
import { STYLE } from './page-style.ts'

/** The outlet, as the page speaks of it and to it. */
export interface PageOutlet {
  name: string
  locale: string
  timeZone: string
  texts: PublisherTexts
}

/** Problems that are shown of each kind. */
const MOST = 50

/** What a browser may do with the page: show it. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', STYLE, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The newsroom's page, as HTML without scripts: what is public, what comes next, what was refused, what was done. */
export function renderPage(status: Status, outlet: PageOutlet): string {
  const page = new Page(outlet)
  const { name, locale, texts: t } = outlet
  const title = escapeXml(fill(t.title, { name }))
  return `<!doctype html>
<html lang="${escapeXml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header><h1>${title}</h1><p><a href="">${escapeXml(t.reload)}</a></p></header>
${[page.now(status), page.trouble(status), page.refused(status), page.next(status), page.warnings(status), page.attempts(status)].filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}

class Page {
  readonly #outlet: PageOutlet
  readonly #t: PublisherTexts

  constructor(outlet: PageOutlet) {
    this.#outlet = outlet
    this.#t = outlet.texts
  }

  now({ published, busySince }: Status): string {
    const t = this.#t
    const lines = published
      ? [
          `<strong>${this.#filled(t.publicSince, published.at)}</strong>`,
          escapeXml(plural(t.articles, published.articles ?? 0, this.#outlet.locale)),
          ...(published.commit ? [this.#commit(published.commit)] : []),
        ]
      : [escapeXml(t.nothingPublic)]
    if (busySince !== undefined) lines.push(this.#filled(t.underWay, busySince))
    return `<section class="now">${lines.map((line) => `<p>${line}</p>`).join('')}</section>`
  }

  trouble({ trouble }: Status): string {
    if (!trouble) return ''
    const said = `<pre lang="en" dir="ltr">${escapeXml(trouble.message)}</pre>`
    return this.#section(
      this.#t.trouble,
      `<p>${this.#filled(this.#t.troubleSince, trouble.since)}</p>${said}`,
      'bad',
    )
  }

  refused({ refused }: Status): string {
    if (!refused) return ''
    const { at, commit, problems = [], message = '' } = refused
    const head = `<p>${this.#filled(this.#t.refusedAt, at)}</p>${commit ? `<p>${this.#commit(commit)}</p>` : ''}`
    const said =
      problems.length > 0 ? this.#problems(problems) : `<pre lang="en" dir="ltr">${escapeXml(message)}</pre>`
    return this.#section(this.#t.refused, head + said, 'bad')
  }

  next({ heldBack }: Status): string {
    const t = this.#t
    const scheduled = heldBack.filter(({ why }) => why === 'scheduled')
    const drafts = heldBack.filter(({ why }) => why === 'draft')
    const rows = scheduled.map(
      ({ until, title, what, file }) =>
        `<li><p><time datetime="${escapeXml(until)}">${this.#moment(Date.parse(until))}</time> · ${escapeXml(t.what[what])}</p><p><strong><bdi>${escapeXml(title)}</bdi></strong></p><p><code dir="ltr">${escapeXml(file)}</code></p></li>`,
    )
    const list = rows.length > 0 ? `<ul>${rows.join('')}</ul>` : `<p>${escapeXml(t.nothingNext)}</p>`
    const draftRows = drafts.map(
      ({ title, file }) =>
        `<li><p><bdi>${escapeXml(title)}</bdi></p><p><code dir="ltr">${escapeXml(file)}</code></p></li>`,
    )
    const folded =
      drafts.length > 0
        ? `<details><summary>${escapeXml(t.drafts)} (${this.#number(drafts.length)})</summary><ul>${draftRows.join('')}</ul></details>`
        : ''
    return this.#section(t.comesNext, list + folded)
  }

  warnings({ published }: Status): string {
    const { warnings = [] } = published ?? {}
    if (warnings.length === 0) return ''
    const summary = `${escapeXml(this.#t.warnings)} (${this.#number(warnings.length)})`
    return `<section><details><summary><h2>${summary}</h2></summary>${this.#problems(warnings)}</details></section>`
  }

  attempts({ attempts }: Status): string {
    const t = this.#t
    if (attempts.length === 0) return this.#section(t.attempts, `<p>${escapeXml(t.noAttempts)}</p>`)
    const heads = [t.moment, t.outcome, t.reason, t.duration, t.rendered, t.commit]
    const head = heads.map((one) => `<th scope="col" role="columnheader">${escapeXml(one)}</th>`).join('')
    const rows = attempts.map((attempt) => this.#row(attempt, heads)).join('')
    return this.#section(
      t.attempts,
      `<table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`,
    )
  }

  #row({ at, outcome, reasons, seconds, steps = [], rendered, commit }: Attempt, heads: string[]): string {
    const t = this.#t
    const steplist = steps
      .map(
        ({ step, seconds }) =>
          `${Object.hasOwn(t.steps, step) ? t.steps[step as 'start'] : step} ${this.#number(seconds)}`,
      )
      .join(' · ')
    const cells = [
      `<time datetime="${new Date(at).toISOString()}">${this.#moment(at)}</time>`,
      `<span class="${outcome}">${escapeXml(t.outcomes[outcome])}</span>`,
      escapeXml(reasons.map((reason) => t.reasons[reason]).join(', ')),
      `${escapeXml(fill(t.seconds, { seconds: this.#number(seconds) }))}${steplist ? `<br><small>${escapeXml(steplist)}</small>` : ''}`,
      rendered === undefined ? '–' : this.#number(rendered),
      commit ? this.#commit(commit) : '–',
    ]
    // On a phone, where no table is seen, each cell says what it is; the roles keep it one for those who hear it.
    return `<tr role="row">${cells.map((cell, i) => `<td role="cell"><b aria-hidden="true">${escapeXml(heads[i] ?? '')}</b> <span>${cell}</span></td>`).join('')}</tr>`
  }

  #problems(problems: readonly Problem[]): string {
    const distinct = onceEach(problems)
    const items = distinct.slice(0, MOST).map((problem) => {
      const line = lineOf(problem)
      const place = line.slice(0, line.indexOf(' '))
      return `<li><p><code>${escapeXml(place)}</code></p><p>${escapeXml(line.slice(place.length + 1))}</p></li>`
    })
    const more = distinct.length - items.length
    const rest =
      more > 0 ? `<p>${escapeXml(plural(this.#t.moreProblems, more, this.#outlet.locale))}</p>` : ''
    return `<ul lang="en" dir="ltr">${items.join('')}</ul>${rest}`
  }

  #commit({ id, subject, author }: Commit): string {
    const text = escapeXml(fill(this.#t.commitBy, { title: subject, author }))
    return `<code dir="ltr">${escapeXml(id.slice(0, 7))}</code> <bdi>${text}</bdi>`
  }

  #section(title: string, content: string, kind = ''): string {
    return `<section${kind ? ` class="${kind}"` : ''}><h2>${escapeXml(title)}</h2>${content}</section>`
  }

  #filled(text: string, moment: number): string {
    return escapeXml(text).replace(
      '{moment}',
      () => `<time datetime="${new Date(moment).toISOString()}">${this.#moment(moment)}</time>`,
    )
  }

  #moment(moment: number): string {
    return escapeXml(formatMoment(new Date(moment), this.#outlet.locale, this.#outlet.timeZone))
  }

  #number(number: number): string {
    return escapeXml(new Intl.NumberFormat(this.#outlet.locale, { maximumFractionDigits: 1 }).format(number))
  }
}
