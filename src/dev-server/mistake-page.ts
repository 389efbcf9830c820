import { lineOf, type Problem } from '#desk/problem.ts'
import { directionOf } from '#domain/language.ts'
import { languagesWith, type OutletTexts } from '#i18n/dictionary.ts'
import { escapeXml } from '#syndication/xml-text.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import { overlayFor } from './overlay.ts'

/** Of one page: those that keep it back, and those that keep others. */
export interface MistakesHere {
  here: readonly Problem[]
  others: readonly Problem[]
}

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem }
ul { list-style: none; margin: 1.5rem 0; padding: 0 }
li { border-block-start: 1px solid; padding: 1rem 0 }
code, pre { font: .9375rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
p { margin: .25rem 0 }
pre { overflow-x: auto; margin: .75rem 0 0; padding: .75rem; background: light-dark(#f3f3f0, #262626) }
`

/** Asks for the page again and again: what the server says of a change is lost on a page that is not connected yet. */
const AGAIN = `let known
setInterval(async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined)
  if (answer?.ok) location.reload()
  if (answer?.status !== 500) return
  const told = await answer.text()
  if (known !== undefined && told !== known) location.reload()
  known = told
}, 1500)`

/**
 * HTML that tells the mistakes, by itself and, where scripts run, in Vite's overlay too.
 * @param base the path that Vite's own files lie below
 */
export async function mistakePage(
  { here, others }: MistakesHere,
  { root, locale, texts }: { root: string; locale: string; texts: OutletTexts },
  base: string,
): Promise<string> {
  const { mistakes: t } = languagesWith(texts).dictionaryFor(locale)
  const excerpts = await Promise.all(here.map((problem) => excerptOf(problem, root)))
  const overlay = JSON.stringify(overlayFor({ here, others }, { root, excerpt: excerpts[0], t }))
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(here[0]?.file ?? t.title)}</title>
<style>${STYLE}</style>
<script type="module">
import { ErrorOverlay } from ${JSON.stringify(`${base.replace(/\/?$/, '/')}@vite/client`)}
document.body.append(new ErrorOverlay(${overlay.replaceAll('<', '\\u003c')}))
${AGAIN}
</script>
</head>
<body>
<h1>${t.title}</h1>
<p>${t.text}</p>
<ul lang="en" dir="ltr">${here.map((problem, i) => item(problem, excerpts[i])).join('')}</ul>
${others.length === 0 ? '' : `<h2>${t.others}</h2>\n<ul lang="en" dir="ltr">${others.map((problem) => item(problem)).join('')}</ul>`}
</body>
</html>
`
}

function item(problem: Problem, excerpt?: Excerpt): string {
  const line = lineOf(problem)
  const place = line.slice(0, line.indexOf(' '))
  const shown = excerpt && `<pre>${escapeXml(`${excerpt.text}\n${' '.repeat(excerpt.column - 1)}^`)}</pre>`
  return `<li><p><code>${escapeXml(place)}</code></p><p>${escapeXml(line.slice(place.length + 1))}</p>${shown ?? ''}</li>`
}
