import { say } from '#client/said-line.ts'
import { follow, type Followed, isFollowedKey, readFollowed, unfollow } from './followed.ts'

type Given = Omit<Followed, 'seenAt'>

/** A button that follows the list of the page, on this device, or no longer, and says what became of that. */
class FollowButton extends HTMLElement {
  private button = this.querySelector('button')
  private list: Given = JSON.parse(this.dataset.list ?? '{}')

  connectedCallback() {
    this.button?.addEventListener('click', () => this.toggle())
    addEventListener('storage', ({ key }) => {
      if (isFollowedKey(key)) this.show()
    })
    addEventListener('pageshow', () => this.show())
    this.show()
  }

  private get isFollowed() {
    return readFollowed().some(({ page }) => page === this.list.page)
  }

  private toggle() {
    const was = this.isFollowed
    const outcome = was ? unfollow(this.list.page) : follow({ ...this.list, seenAt: Date.now() })
    this.show()
    say(this, outcome === 'kept' ? (was ? 'unfollowed' : 'followed') : outcome)
  }

  private show() {
    this.button?.setAttribute('aria-pressed', String(this.isFollowed))
  }
}

customElements.define('follow-button', FollowButton)
