import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Prettier's and Astro's way of writing, not faults.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'off',
    // HTML lets an id begin with a digit, as that of an entry named by its moment does.
    'valid-id': ['error', { relaxed: true }],
    // The region around a table that scrolls is no section of the text.
    'prefer-native-element': 'off',
  },
})

/** What html-validate finds wrong with a page, a line for each. */
export async function htmlFaults(file: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
  )
}
