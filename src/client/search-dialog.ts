import { openByLink } from './open-by-link.ts'
import { isShortcut } from './search/shortcut.ts'

/**
 * Search on every page: a dialog that `[data-open-search]` of the page and the
 * key `/` open. What it shows and what it searches with is fetched when it
 * opens; until then, and where that fails, its form leads to the search page.
 * On the search page itself, the page's own field is given the focus instead.
 */
class SearchDialog extends HTMLElement {
  private loaded: Promise<void> | undefined

  connectedCallback() {
    const { query } = history.state ?? {}
    // The reader comes back from what a search of this page has led to.
    if (typeof query === 'string') this.open(query)
    for (const opener of document.querySelectorAll<HTMLElement>('[data-open-search]'))
      openByLink(opener, () => this.open())
    addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return
      event.preventDefault()
      this.open()
    })
  }

  private open(query?: string) {
    const ofPage = document.querySelector<HTMLInputElement>('search-page [name="q"]')
    if (ofPage) return ofPage.focus()
    const dialog = this.querySelector('dialog')
    const field = dialog?.querySelector('input')
    if (field && query !== undefined) field.value = query
    // showModal keeps the focus inside, and gives it back when the dialog closes.
    dialog?.showModal()
    field?.select()
    this.loaded ??= this.load().catch((error) => {
      console.error(error)
      this.loaded = undefined
    })
  }

  private async load() {
    const failure = this.querySelector<HTMLElement>('[data-not-loaded]')
    try {
      const { startDialog } = await import('./search/dialog.ts')
      await startDialog(this)
      if (failure) failure.hidden = true
    } catch (error) {
      if (failure) failure.hidden = false
      throw error
    }
  }
}

customElements.define('search-dialog', SearchDialog)
