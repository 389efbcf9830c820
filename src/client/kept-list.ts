import { focusAfterRemoval } from './focus-after-removal.ts'
import {
  type KeptArticle,
  type ListName,
  readList,
  removeFrom,
  storageKey,
  writeList,
} from './kept-articles.ts'
import { markLanguage } from './mark-language.ts'
import { say } from './said-line.ts'

/** One of the reader's lists, `name`, made from the page's template; each change can be undone. */
class KeptList extends HTMLElement {
  private name = this.getAttribute('name') as ListName
  private items = this.find<HTMLElement>('[data-items]')
  private template = this.find<HTMLTemplateElement>('template')
  private clearAll = this.find<HTMLButtonElement>('[data-clear]')
  private undo = this.find<HTMLButtonElement>('[data-undo]')
  private earlier: readonly KeptArticle[] = []
  /** What the items were made of: they are made anew for other articles alone, as one of them may have the focus. */
  private shown = ''

  connectedCallback() {
    this.clearAll.addEventListener('click', () => {
      this.change(() => writeList(this.name, []), 'cleared')
      this.undo.focus()
    })
    this.undo.addEventListener('click', () => {
      const outcome = writeList(this.name, this.earlier)
      this.show()
      this.tell(outcome === 'kept' ? undefined : outcome)
      this.items.querySelector('a')?.focus()
      this.announce('list-changed', 'undone')
    })
    addEventListener('storage', ({ key }) => {
      if (key === null || key === storageKey(this.name)) this.show()
    })
    addEventListener('pageshow', () => this.show())
    this.parentElement?.addEventListener('list-outdated', () => this.show())
    this.show()
    if (!readList(this.name)) this.tell('forbidden')
  }

  private show() {
    const articles = readList(this.name) ?? []
    const shown = JSON.stringify(articles)
    if (shown !== this.shown) this.items.replaceChildren(...articles.map((article) => this.item(article)))
    this.shown = shown
    this.clearAll.hidden = articles.length === 0
    this.find('[data-empty]').toggleAttribute('hidden', articles.length > 0)
    this.announce('list-shown')
  }

  /** A filled-in copy of the template. Texts go in as text: a title is never trusted as HTML. */
  private item(article: KeptArticle): Node {
    const item = this.template.content.cloneNode(true) as DocumentFragment
    const part = (name: string) => item.querySelector<HTMLElement>(`[data-part="${name}"]`)
    for (const name of ['title', 'category', 'date'] as const) {
      const element = part(name)
      if (element) element.textContent = article[name]
    }
    const link = part('title') as HTMLAnchorElement
    link.href = article.path
    markLanguage(link, article.lang)
    const remove = part('remove')
    const label = remove?.getAttribute('aria-label')?.replace('{title}', () => article.title)
    remove?.setAttribute('aria-label', label ?? article.title)
    remove?.addEventListener('click', () => {
      const change = () => this.change(() => removeFrom(this.name, article.path), 'removed')
      focusAfterRemoval(this.items, remove, change, this.undo)
    })
    return item
  }

  private change(make: () => string, done: string) {
    this.earlier = readList(this.name) ?? []
    const outcome = make()
    this.show()
    this.tell(outcome === 'kept' ? done : outcome)
    this.announce('list-changed')
  }

  /** To what stands around it and shows more of these articles. */
  private announce(name: string, detail?: string) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }))
  }

  private tell(what: string | undefined) {
    say(this, what)
    this.undo.hidden = what !== 'removed' && what !== 'cleared'
  }

  private find<T extends Element>(selector: string): T {
    const element = this.querySelector<T>(selector)
    if (!element) throw new Error(`kept-list lacks ${selector}`)
    return element
  }
}

customElements.define('kept-list', KeptList)
