import { addTo, has, type KeptArticle, removeFrom, storageKey } from './kept-articles.ts'
import { say } from './said-line.ts'

/**
 * A button that keeps the article of the page for later, or lets it go, and
 * says in the lines of its `[data-tools]` what became of that. The article
 * counts as read once its page has been seen. What is kept is copied to the
 * device, and when it is read again, its copy follows.
 */
class SaveButton extends HTMLElement {
  private button = this.querySelector('button')
  private article: KeptArticle = JSON.parse(this.dataset.article ?? '{}')

  connectedCallback() {
    this.button?.addEventListener('click', () => this.toggle())
    addEventListener('storage', ({ key }) => {
      if (key === null || key === storageKey('saved')) this.show()
    })
    // A page that the browser brings back has not run its scripts again.
    addEventListener('pageshow', () => this.show())
    this.show()
    this.remember()
    if (has('saved', this.article.path)) void this.copy({ isVisit: true })
  }

  private toggle() {
    const wasSaved = has('saved', this.article.path)
    const outcome = wasSaved ? removeFrom('saved', this.article.path) : addTo('saved', this.article)
    this.show()
    say(this.closest('[data-tools]'), wasSaved && outcome === 'kept' ? 'removed' : outcome)
    if (outcome === 'kept') void this.copy()
  }

  /** Has the device's copy follow the list. */
  private async copy(how = { isVisit: false }) {
    const { path } = this.article
    const follow = import('./saved.ts').then(({ followSaved }) => followSaved(this.dataset, path, how))
    const isRight = await follow.catch(() => how.isVisit)
    if (!isRight && has('saved', path)) say(this.closest('[data-tools]'), 'uncopied')
  }

  private show() {
    const isSaved = has('saved', this.article.path)
    const { save = '', unsave = '', saved = '' } = this.dataset
    this.toggleAttribute('data-is-saved', isSaved)
    this.button?.setAttribute('aria-label', isSaved ? unsave : save)
    const label = this.button?.querySelector('span')
    if (label) label.textContent = isSaved ? saved : save
  }

  private remember() {
    if (document.visibilityState === 'visible') addTo('recent', this.article)
    else document.addEventListener('visibilitychange', () => this.remember(), { once: true })
  }
}

customElements.define('save-button', SaveButton)
