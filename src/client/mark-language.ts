/** Marks an element whose text is in a language of its own, a BCP 47 tag; text in the page's language needs no mark. */
export function markLanguage(element: HTMLElement, language: string) {
  if (primary(language) === primary(document.documentElement.lang)) return
  element.lang = language
  element.dir = 'auto'
}

function primary(language: string): string | undefined {
  return language.toLowerCase().split('-')[0]
}
