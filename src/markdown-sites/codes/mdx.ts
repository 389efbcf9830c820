import type { CodeArguments } from './arguments.ts'
import { asCode, outsideCode } from './code-spans.ts'
import type { Dialect } from './dialect.ts'
import { knownCode } from './known-codes.ts'
import type { CodePage } from './page.ts'

const IMPORT = /^import\s+(?:([\w$]+)|[^'"\n]*)\s*(?:from\s*)?['"]([^'"\n]+)['"];?[ \t]*$/gm
const EXPORT = /^export\s+(?:const|let|function|default)\b[^\n]*$/gm
const COMMENT = /\{\s*\/\*[\s\S]*?\*\/\s*\}/g
const COMPONENT =
  /<(\/?)([A-Z][\w.]*)((?:\s+(?:[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?|\{[^{}]*\}))*)\s*(\/?)>/g
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*([^{}]*?)\s*\}))?/g

/** MDX: components that show a picture or a clip are known, of others what they enclose stays. */
export const mdx: Dialect = {
  translate: (text, page) => {
    const imports = new Map<string, string>()
    return outsideCode(text, (part) => withComponents(withoutImports(part, imports), imports, page))
  },
  isTemplate: () => false,
}

function withoutImports(text: string, imports: Map<string, string>): string {
  return text
    .replace(IMPORT, (_all, name: string | undefined, from: string) => {
      if (name !== undefined) imports.set(name, from)
      return ''
    })
    .replace(EXPORT, '')
    .replace(COMMENT, '')
}

function withComponents(text: string, imports: Map<string, string>, page: CodePage): string {
  const shown = text.replace(
    COMPONENT,
    (source, closing: string, name: string, given: string, self: string) => {
      if (closing) return ''
      const known = knownCode(name, attributesIn(given, imports))
      if (known !== undefined) return known
      if (self) {
        page.kept.add(`<${name} />`)
        return asCode(source)
      }
      page.opened.add(`<${name}>`)
      return ''
    },
  )
  if (!/\{[^{}\n]+\}/.test(shown) || imports.size === 0) return shown
  return shown.replace(/(?<![\\\w`])\{(?![:#.])([^{}\n]+)\}/g, (source) => {
    page.kept.add(source)
    return asCode(source)
  })
}

function attributesIn(given: string, imports: Map<string, string>): CodeArguments {
  const named: Record<string, string> = {}
  for (const [, name = '', double, single, expression] of given.matchAll(ATTRIBUTE)) {
    const literal = /^(["'`])(.*)\1$/s.exec(expression ?? '')?.[2]
    const value = double ?? single ?? literal ?? imports.get(expression?.replace(/\.src$/, '') ?? '')
    if (value !== undefined) named[name.toLowerCase()] = value
  }
  return { named, inOrder: [] }
}
