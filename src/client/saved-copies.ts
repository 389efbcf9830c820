import { checkCopies, type CopyResult, dropCopies, restoreCopies } from './copies/copies.ts'
import { outletOf } from './copies/outlet.ts'
import { canCopy } from './copies/registration.ts'
import type { Held } from './copies/shelf.ts'
import { showSize, type Sizes, sizesOf } from './copies/sizes.ts'
import { readList } from './kept-articles.ts'
import { listedPaths } from './saved-articles.ts'
import { savesData } from './saves-data.ts'
import { say } from './said-line.ts'

/**
 * Says of each article in the list of saved ones within it whether there is a copy on the device, and how large; asks the
 * site whether they are still the same. Where the browser shows it in place of a page that it has no copy of, it says that.
 */
class SavedCopies extends HTMLElement {
  private outlet = outletOf(this.dataset)
  private checkAll = this.querySelector<HTMLButtonElement>('[data-check]')
  private sizes: Sizes = { articles: new Map(), total: 0 }
  private results = new Map<string, CopyResult['is']>()
  private held: Held[] = []
  /** One change after the other: what is undone has been taken out before. */
  private changes = Promise.resolve()

  connectedCallback() {
    if (!this.outlet) return
    const isCopy = document.documentElement.hasAttribute('data-copy')
    if (isCopy) this.sayWhereWeAre(this.outlet.list)
    this.addEventListener('list-shown', () => this.annotate())
    this.addEventListener('list-changed', ({ detail }: CustomEventInit<'undone' | undefined>) => {
      this.changes = this.changes.then(() => this.follow(detail === 'undone'))
    })
    this.checkAll?.addEventListener('click', () => this.check())
    void this.show()
    if (!canCopy()) this.tell('unable')
    else if (!isCopy && !savesData()) void this.check()
  }

  private sayWhereWeAre(list: string) {
    const isElsewhere = location.pathname !== list
    this.tell(isElsewhere ? 'elsewhere' : 'offline')
    const { title } = this.dataset
    const heading = document.querySelector('h1')
    if (!isElsewhere || !title || !heading) return
    heading.textContent = title
    document.title = title
    this.querySelector('[data-retry]')?.addEventListener('click', () => location.reload())
  }

  /** Copies follow the list. */
  private async follow(isUndone: boolean) {
    if (!this.outlet) return
    if (isUndone) await restoreCopies(this.outlet, this.held)
    else this.held = await dropCopies(this.outlet)
    await this.show()
  }

  private async check() {
    const { outlet } = this
    if (!outlet || listedPaths('all').length === 0) return
    this.tell('checking')
    this.results.clear()
    await checkCopies(outlet, listedPaths('all'), {
      tell: (path, { is }) => void this.results.set(path, is),
    })
    const results = new Set(this.results.values())
    const worst = (['unable', 'full', 'unreachable'] as const).find((one) => results.has(one))
    this.tell(worst ?? 'checked')
    this.dispatchEvent(new CustomEvent('list-outdated'))
    await this.show()
  }

  private async show() {
    if (this.outlet) this.sizes = await sizesOf(this.outlet)
    this.annotate()
  }

  private annotate() {
    const { size = '', none = '', gone = '', changed = '', total = '' } = this.dataset
    const { lang } = document.documentElement
    const articles = new Map(readList('saved')?.map((article) => [article.path, article]))
    for (const item of this.querySelectorAll<HTMLElement>('li')) {
      const path = item.querySelector('a')?.pathname ?? ''
      const bytes = this.sizes.articles.get(path)
      const note = item.querySelector('[data-part="copy"]')
      const words = [
        articles.get(path)?.gone && gone,
        bytes !== undefined && size.replace('{size}', () => showSize(bytes, lang)),
        this.results.get(path) === 'changed' && changed,
      ].filter((text) => text)
      if (note) note.textContent = canCopy() ? words.join(' ') || none : ''
    }
    const line = this.querySelector('[data-total]')
    if (line) line.textContent = total.replace('{size}', () => showSize(this.sizes.total, lang))
    line?.toggleAttribute('hidden', this.sizes.total === 0)
    this.checkAll?.toggleAttribute('hidden', articles.size === 0 || !canCopy())
  }

  private tell(what: string) {
    for (const lines of this.querySelectorAll('[data-of-copies]')) say(lines, what)
  }
}

customElements.define('saved-copies', SavedCopies)
