import { argumentsIn, type CodeArguments } from './arguments.ts'
import { asCode, fenced, keeping, outsideCode } from './code-spans.ts'
import type { Dialect } from './dialect.ts'
import { knownCode } from './known-codes.ts'
import type { CodePage } from './page.ts'

/** What is shown as it stands: raw text, and code. */
const LITERAL = /\{%-?\s*(raw|highlight)\b((?:(?!%\}).){0,500}?)-?%\}([\s\S]*?)\{%-?\s*end\1\s*-?%\}/g
const TAG = /\{%-?\s*(\/?[\w.-]+)((?:(?!%\}).){0,2000}?)-?%\}/gs
const OUTPUT = /\{\{-?((?:(?!\}\}).){0,2000}?)-?\}\}/gs

/** Liquid, and Nunjucks where it is the same. */
export const liquid: Dialect = {
  translate: (text, page) =>
    keeping(
      text.replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{#[^{}]*?#\}/g, ''),
      LITERAL,
      literal,
      (rest) => outsideCode(rest, (part) => withTags(withOutputs(part, page), page)),
    ),
  isTemplate: (text) => /\{%-?\s*(for|paginate|capture|case)\b/.test(text),
}

function literal(found: string): string {
  const [, name, given = '', inner = ''] = new RegExp(LITERAL.source).exec(found) ?? []
  if (name === 'raw') return inner
  return fenced(inner, argumentsIn(given).inOrder[0] ?? '')
}

function withOutputs(text: string, page: CodePage): string {
  return text.replace(OUTPUT, (source, expression: string) => {
    const value = valueIn(expression.trim(), page)
    if (value !== undefined) return value
    page.kept.add(source.replace(/\s+/g, ' '))
    return asCode(source)
  })
}

/** What an expression stands for, `'/a.jpg' | relative_url` say; undefined where it cannot be known. */
function valueIn(expression: string, page: CodePage): string | undefined {
  const [first = '', ...filters] = expression.split('|').map((part) => part.trim())
  // A function of Nunjucks, with its arguments in parentheses.
  const [, called, given = ''] = /^(\w+)\s*\((.*)\)$/s.exec(first) ?? []
  if (called !== undefined) return knownCode(called, argumentsIn(given))
  const values: Record<string, string> = {
    'site.baseurl': page.basePath,
    'site.url': '',
    'site.title': page.siteTitle,
    'metadata.title': page.siteTitle,
    'page.title': page.title,
    title: page.title,
  }
  let value = /^(["'])(.*)\1$/s.exec(first)?.[2] ?? values[first]
  for (const filter of filters) {
    if (value === undefined) return undefined
    const [, name = '', argument = ''] = /^(\w+)\s*:?\s*(.*)$/.exec(filter) ?? []
    if (/^(relative_url|absolute_url|url)$/.test(name)) value = withBase(value, page.basePath)
    else if (name === 'prepend') value = (valueIn(argument, page) ?? '') + value
    else if (name === 'append') value += valueIn(argument, page) ?? ''
    else if (!/^(escape|xml_escape|strip|safe|default|markdownify)$/.test(name)) return undefined
  }
  return value
}

function withBase(path: string, basePath: string): string {
  return /^https?:/.test(path) || path.startsWith(`${basePath}/`)
    ? path
    : `${basePath}/${path.replace(/^\//, '')}`
}

function withTags(text: string, page: CodePage): string {
  const paired = text.replace(
    /\{%-?\s*(\w+)\b((?:(?!%\}).)*?)-?%\}((?:(?!\{%)[\s\S])*?)\{%-?\s*end\1\s*-?%\}/g,
    (source, name: string, given: string, inner: string) => {
      if (/^(if|unless|for|case|capture|block|macro)$/.test(name)) return source
      const known = knownCode(name, argumentsIn(given), inner)
      if (known !== undefined) return known
      page.opened.add(`{% ${name} %}`)
      return inner
    },
  )
  return paired.replace(TAG, (source, name: string, given: string) => {
    const shown = tag(name, given.trim(), page)
    if (shown !== undefined) return shown
    page.kept.add(`{% ${name === 'include' ? `include ${given.trim().split(/\s/)[0]}` : name} %}`)
    return asCode(source)
  })
}

function tag(name: string, given: string, page: CodePage): string | undefined {
  if (name === 'post_url' || name === 'link') return page.addressOf(argumentsIn(given).inOrder[0] ?? '')
  if (!/^include(_relative|_cached)?$/.test(name)) return knownCode(name, argumentsIn(given))
  const [file = '', ...rest] = given.split(/\s+/)
  return knownCode(file.replace(/["']/g, ''), resolved(argumentsIn(rest.join(' ')), page))
}

/** Arguments of an include that name a variable of the page have its value. */
function resolved({ named, inOrder }: CodeArguments, page: CodePage): CodeArguments {
  const values = Object.entries(named).map(([name, value]) => [
    name,
    /^(page|site)\.\w+$/.test(value) ? (valueIn(value, page) ?? '') : value,
  ])
  return { named: Object.fromEntries(values), inOrder }
}
