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
    })
    addEventListener('storage', ({ key }) => {
      if (key === null || key === storageKey(this.name)) this.show()
    })
    addEventListener('pageshow', () => this.show())
    this.show()
    if (!readList(this.name)) this.tell('forbidden')
  }

  private show() {
    const articles = readList(this.name) ?? []
    this.items.replaceChildren(...articles.map((article) => this.item(article)))
    this.clearAll.hidden = articles.length === 0
    this.find('[data-empty]').toggleAttribute('hidden', articles.length > 0)
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
      const place = [...this.items.children].findIndex((child) => child.contains(remove))
      this.change(() => removeFrom(this.name, article.path), 'removed')
      const rest = this.items.querySelectorAll<HTMLElement>('[data-part="remove"]')
      const next = rest[Math.min(place, rest.length - 1)] ?? this.undo
      next.focus()
    })
    return item
  }

  private change(make: () => string, done: string) {
    this.earlier = readList(this.name) ?? []
    const outcome = make()
    this.show()
    this.tell(outcome === 'kept' ? done : outcome)
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
