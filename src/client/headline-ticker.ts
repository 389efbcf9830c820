import { runPast } from './headlines/run-past.ts'
import { showOne } from './headlines/show-one.ts'

/** Where a row of headlines has no room to run: the width below which the page's styles show one at a time. */
const WIDE = '(min-width: 40rem)'

/** Headlines in `[data-list]` of `[data-track]`: a row that runs past or, on a phone, one that the reader leads on. */
class HeadlineTicker extends HTMLElement {
  private stop = () => {}

  connectedCallback() {
    const track = this.querySelector<HTMLElement>('[data-track]')
    const list = this.querySelector<HTMLElement>('[data-list]')
    const pause = this.querySelector<HTMLButtonElement>('[data-pause]')
    const next = this.querySelector<HTMLButtonElement>('[data-next]')
    if (!track || !list || !pause || !next) return
    const wide = matchMedia(WIDE)
    const start = () => {
      this.stop()
      this.stop = wide.matches ? runPast(track, list, pause) : showOne(track, list, next)
    }
    wide.addEventListener('change', start)
    start()
  }
}

customElements.define('headline-ticker', HeadlineTicker)
