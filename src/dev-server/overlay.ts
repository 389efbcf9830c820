import { join } from 'node:path'
import { lineOf, type Problem } from '#desk/problem.ts'
import type { Dictionary } from '#i18n/texts.ts'
import { escapeXml } from '#syndication/xml-text.ts'
import type { Excerpt } from './excerpt.ts'

/** Lines before and after the one that is shown. */
const AROUND = 6

/** What Astro's overlay is made of; it takes `message`, `hint` and `highlightedCode` for HTML. */
export function overlayFor(
  { here, others }: { here: readonly Problem[]; others: readonly Problem[] },
  { root, excerpt, t }: { root: string; excerpt: Excerpt | undefined; t: Dictionary['mistakes'] },
) {
  const [first] = here
  const listed = (problems: readonly Problem[]) =>
    problems.map((problem) => escapeXml(lineOf(problem))).join('<br><br>')
  return {
    name: first?.file ?? '',
    title: t.title,
    message: listed(here),
    hint: [escapeXml(t.text), ...(others.length > 0 ? [escapeXml(`${t.others}:`), listed(others)] : [])].join(
      '<br><br>',
    ),
    stack: [...here, ...others].map(lineOf).join('\n'),
    ...(first && { loc: { file: join(root, first.file), line: first.line, column: first.column } }),
    ...(first && excerpt && { highlightedCode: code(excerpt, first.line) }),
  }
}

/** The lines around one, as Astro marks them up. */
function code({ lines }: Excerpt, line: number): string {
  const start = Math.max(0, line - 1 - AROUND)
  const shown = lines.slice(start, line + AROUND).map((text, i) => {
    const isIt = start + i === line - 1
    return `<span class="line${isIt ? ' error-line' : ''}">${escapeXml(text)}</span>`
  })
  return `<pre class="shiki"><code>${shown.join('\n')}</code></pre>`
}
