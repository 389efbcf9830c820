import { focusAfterRemoval } from '#client/focus-after-removal.ts'
import { markLanguage } from '#client/mark-language.ts'
import { say } from '#client/said-line.ts'
import { savesData } from '#client/saves-data.ts'
import { askFeeds, type FeedResult } from './ask-feeds.ts'
import { type Followed, isFollowedKey, readFollowed, renew, unfollow } from './followed.ts'
import { writeFollowedOpml } from './write-opml.ts'

/** What the reader follows, each with its newest articles, those marked that have come since he looked last. */
class FollowedList extends HTMLElement {
  private items = this.find<HTMLElement>('[data-items]')
  private results = new Map<string, FeedResult>()
  /** When the reader had seen what is new of each before he came here. */
  private seenAt = new Map(readFollowed().map(({ page, seenAt }) => [page, seenAt]))

  connectedCallback() {
    this.find('[data-ask]').addEventListener('click', () => this.ask())
    this.find('[data-export]').addEventListener('click', () => this.export())
    addEventListener('storage', ({ key }) => {
      if (isFollowedKey(key)) this.show()
    })
    addEventListener('pageshow', () => this.show())
    this.show()
    if (!savesData() && navigator.onLine) void this.ask()
  }

  /** Of this outlet: others on the same host have lists of their own. */
  private get followed(): Followed[] {
    const { base = '/' } = this.dataset
    return readFollowed().filter(({ page }) => page.startsWith(base))
  }

  private async ask() {
    const { followed } = this
    if (followed.length === 0) return
    say(this, 'asking')
    this.results.clear()
    await askFeeds(followed, this.dataset.base ?? '/', (page, result) => void this.results.set(page, result))
    const failed = [...this.results.values()].includes('unreachable')
    say(this, failed ? 'unreachable' : undefined)
    this.show()
  }

  private show() {
    const { followed } = this
    this.items.replaceChildren(...followed.map((one) => this.itemOf(one)))
    for (const { page, items } of followed)
      if (items) renew(page, { seenAt: Math.max(Date.now(), ...items.map(({ publishedAt }) => publishedAt)) })
    for (const part of ['[data-ask]', '[data-export]'])
      this.find(part).toggleAttribute('hidden', followed.length === 0)
    this.find('[data-empty]').toggleAttribute('hidden', followed.length > 0)
  }

  /** Texts go in as texts: neither a name nor a headline is trusted as HTML. */
  private itemOf({ page, name, lang, items = [] }: Followed): Node {
    const item = this.copyOf('[data-template="list"]')
    const link = partOf<HTMLAnchorElement>(item, 'name')
    link.href = page
    link.textContent = name
    markLanguage(link, lang)
    const seen = this.seenAt.get(page) ?? Date.now()
    partOf(item, 'articles').append(
      ...items.map((article) => {
        const row = this.copyOf('[data-template="article"]')
        const headline = partOf<HTMLAnchorElement>(row, 'headline')
        headline.href = article.path
        headline.textContent = article.title
        markLanguage(headline, article.lang)
        partOf(row, 'new').hidden = article.publishedAt <= seen
        return row
      }),
    )
    partOf(item, 'gone').hidden = this.results.get(page) !== 'gone'
    const button = partOf<HTMLButtonElement>(item, 'unfollow')
    button.ariaLabel = (button.ariaLabel ?? '').replace('{name}', () => name)
    button.addEventListener('click', () => this.stop(page, button))
    return item
  }

  private stop(page: string, button: HTMLElement) {
    const change = () => {
      unfollow(page)
      this.show()
      say(this, 'unfollowed')
    }
    focusAfterRemoval(this.items, button, change, this.querySelector<HTMLElement>('h2'))
  }

  /** Gives the reader a file for any feed reader. */
  private export() {
    const { title = '', file = '' } = this.dataset
    const opml = new Blob([writeFollowedOpml(title, this.followed)], { type: 'text/x-opml' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(opml)
    link.download = file
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  private copyOf(template: string): DocumentFragment {
    return this.find<HTMLTemplateElement>(template).content.cloneNode(true) as DocumentFragment
  }

  private find<T extends Element>(selector: string): T {
    const element = this.querySelector<T>(selector)
    if (!element) throw new Error(`followed-list lacks ${selector}`)
    return element
  }
}

function partOf<T extends HTMLElement = HTMLElement>(root: ParentNode, name: string): T {
  const element = root.querySelector<T>(`[data-part="${name}"]`)
  if (!element) throw new Error(`followed-list lacks the part ${name}`)
  return element
}

customElements.define('followed-list', FollowedList)
