/** A text in the plural forms that a language tells apart; `other` stands in for those that are not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export const PLURAL_FORMS: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Whole numbers among which each form that a language has for them occurs. */
const NUMBERS = Array.from({ length: 201 }, (_, number) => number)

/** For a language that tells only one from many, or nothing at all. */
export function forms(other: string, one?: string): PluralForms {
  return one === undefined ? { other } : { one, other }
}

/** The form that a number asks for in a language, with `{count}` filled in. */
export function plural(forms: PluralForms, count: number, locale: string): string {
  return (forms[new Intl.PluralRules(locale).select(count)] ?? forms.other).replace(
    '{count}',
    new Intl.NumberFormat(locale).format(count),
  )
}

/** Whether a value is a text in plural forms, and no group of texts. */
export function isPluralForms(value: unknown): value is PluralForms {
  return (
    typeof value === 'object' &&
    value !== null &&
    'other' in value &&
    Object.keys(value).every((key) => PLURAL_FORMS.includes(key))
  )
}

/** The forms that a language has for whole numbers, each with the numbers up to 200 that ask for it. */
export function formsOfNumbers(locale: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(locale)
  return Map.groupBy(NUMBERS, (number) => rules.select(number))
}
