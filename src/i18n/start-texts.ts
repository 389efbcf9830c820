import { formsOfNumbers, isPluralForms, type PluralForms } from './plural.ts'
import { missingTexts } from './text-places.ts'

/** English letters that stand bare as a key. */
const BARE_KEY = /^[A-Za-z_$][\w$]*$/

/**
 * A file in which the texts of a language begin: each stands there as a comment, in the words that readers see as long
 * as it is one.
 * @param from the words that are to be translated, or said otherwise
 * @param locale BCP 47
 */
export function startTexts(from: object, locale: string): string {
  const name = languageName(locale)
  return `import { defineTexts } from 'warta/texts'

// Texts in ${name} (${locale}). NOT TRANSLATED YET, and read by nobody who speaks ${name}: say here who has, once that is so.
// Put ${name} in place of the words in quotes, leave {what stands in braces}, for which a value is put, and take the two
// strokes before the line away. What is left as it is appears as it stands here. \`npm run news -- check\` counts what is missing.
export default defineTexts({
${commentsOf(from, locale, 1)}
})
`
}

/** A language's name in English, as commands tell of it. */
export function languageName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale
}

/** What a file lacks of English, in the form of \`startTexts\`, to be put into it; empty where it lacks nothing. */
export function missingAsComments(english: object, given: readonly unknown[], locale: string): string {
  const missing = missingTexts(english, given)
  const tree: Record<string, unknown> = {}
  for (const { path, text } of missing) {
    let group = tree
    for (const key of path.slice(0, -1)) {
      group[key] ??= {}
      group = group[key] as Record<string, unknown>
    }
    group[path.at(-1) ?? ''] = text
  }
  return missing.length === 0 ? '' : commentsOf(tree, locale, 1)
}

function commentsOf(texts: object, locale: string, depth: number): string {
  const indent = '  '.repeat(depth)
  return Object.entries(texts)
    .map(([name, text]: [string, unknown]) => {
      const key = BARE_KEY.test(name) ? name : quoted(name)
      if (typeof text === 'string') return `${indent}// ${key}: ${quoted(text)},`
      if (isPluralForms(text)) return `${indent}// ${key}: { ${formsIn(text, locale)} },`
      return `${indent}${key}: {\n${commentsOf(text as object, locale, depth + 1)}\n${indent}},`
    })
    .join('\n')
}

/** The forms that the language tells apart, in the words that there are. */
function formsIn(forms: PluralForms, locale: string): string {
  return [...new Set([...formsOfNumbers(locale).keys(), 'other'])]
    .map((form) => `${form}: ${quoted(forms[form as Intl.LDMLPluralRule] ?? forms.other)}`)
    .join(', ')
}

function quoted(text: string): string {
  const json = JSON.stringify(text)
  return json.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}
