import { type FilterCounts, valuesOf } from './counts.ts'
import { FILTERS, type Filters, type SearchRequest, shorten } from './request.ts'

/** What the form asks for; its fields are named as in the address. */
export function readForm(form: HTMLFormElement): SearchRequest {
  const filters: Filters = {}
  for (const name of FILTERS) {
    const { value } = menu(form, name)
    if (value) filters[name] = value
  }
  return {
    query: shorten(queryField(form).value),
    filters,
    sort: menu(form, 'sort').value === 'date' ? 'date' : 'relevance',
  }
}

export function fillForm(form: HTMLFormElement, { query, filters, sort }: SearchRequest) {
  queryField(form).value = query
  menu(form, 'sort').value = sort
  for (const name of FILTERS) {
    const select = menu(form, name)
    const value = filters[name] ?? ''
    // Before the index is there, the value in the address is the only option known.
    if (![...select.options].some((option) => option.value === value))
      select.add(optionOf(select, value, value))
    select.value = value
  }
}

/** Fills the filters with the values that would find something, and how much. */
export function offerFilters(form: HTMLFormElement, counts: FilterCounts) {
  const locale = document.documentElement.lang
  const numbers = new Intl.NumberFormat(locale)
  for (const name of FILTERS) {
    const select = menu(form, name)
    const chosen = select.value
    const options = valuesOf(name, counts[name] ?? {}, chosen || undefined, locale).map(({ value, count }) =>
      optionOf(select, `${value} (${numbers.format(count)})`, value),
    )
    const [all] = select.options
    if (all) select.replaceChildren(all, ...options)
    select.value = chosen
  }
}

/** An option in the language that the values of a menu are in. */
function optionOf(select: HTMLSelectElement, label: string, value: string): HTMLOptionElement {
  const option = new Option(label, value)
  const { valuesLang } = select.dataset
  if (valuesLang) option.lang = valuesLang
  return option
}

export function queryField(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem('q') as HTMLInputElement
}

function menu(form: HTMLFormElement, name: string): HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLSelectElement
}
