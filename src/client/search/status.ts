export interface StatusValues {
  count?: number
  query?: string
}

/**
 * Puts a text of `data-text-{name}` of `root` into its `[data-status]`, which
 * screen readers speak. `{count}` and `{query}` are filled in; a text may have
 * plural forms, `data-text-{name}-{form}`.
 */
export function say(root: HTMLElement, name: string, { count = 0, query = '' }: StatusValues = {}) {
  const [before = '', after] = textOf(root, name, count).split('{query}')
  const status = root.querySelector('[data-status]')
  if (after === undefined) status?.replaceChildren(before)
  else status?.replaceChildren(before, isolated(query), after)
}

/** A text of `data-text-{name}`, or of its plural form, with its `{count}` filled in. */
export function textOf(root: HTMLElement, name: string, count = 0): string {
  const locale = document.documentElement.lang
  const form = new Intl.PluralRules(locale).select(count)
  const text =
    [`${name}-${form}`, `${name}-other`, name]
      .map((key) => root.getAttribute(`data-text-${key}`))
      .find(Boolean) ?? ''
  return text.replace('{count}', new Intl.NumberFormat(locale).format(count))
}

/** What a reader typed may run from right to left: it must not turn the words around it. */
export function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi')
  element.textContent = text
  return element
}
