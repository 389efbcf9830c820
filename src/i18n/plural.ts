/** A text in each plural form that a language may ask for. */
export type PluralForms = Record<Intl.LDMLPluralRule, string>

/** For a language that tells only one from many, or nothing at all. */
export function forms(other: string, one = other): PluralForms {
  return { zero: other, one, two: other, few: other, many: other, other }
}

/** The form that a number asks for in a language, with `{count}` filled in. */
export function plural(forms: PluralForms, count: number, locale: string): string {
  return forms[new Intl.PluralRules(locale).select(count)].replace(
    '{count}',
    new Intl.NumberFormat(locale).format(count),
  )
}
