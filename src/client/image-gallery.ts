import { enlargeFrom } from './pictures/enlarge.ts'

/**
 * A row of figures that scrolls from one to the next: by swipe, by the arrow
 * keys and by buttons, with a counter. The buttons come from the page's template
 * `#gallery-tools`.
 */
class ImageGallery extends HTMLElement {
  private current = 0

  connectedCallback() {
    const row = this.querySelector<HTMLElement>('.gallery-row')
    const template = document.querySelector<HTMLTemplateElement>('#gallery-tools')
    if (!row || !template) return
    enlargeFrom([...row.querySelectorAll<HTMLAnchorElement>('[data-open]')])
    // Without the stylesheet the pictures stand one below the other.
    if (getComputedStyle(row).overflowX === 'visible') return
    const figures = [...row.querySelectorAll('figure')]
    this.append(template.content.cloneNode(true))

    const isRightToLeft = getComputedStyle(row).direction === 'rtl'
    const go = (to: number) => {
      const figure = figures[to]
      if (!figure) return
      // Now, so that a second press leads on before the row has moved.
      this.current = to
      // Smoothly or at once, as the stylesheet has it for this reader.
      const left = figure.offsetLeft - row.offsetLeft
      row.scrollTo({ left: isRightToLeft ? left + figure.offsetWidth - row.offsetWidth : left })
    }
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-go]')) {
      button.addEventListener('click', () => go(this.current + Number(button.dataset.go)))
    }
    row.addEventListener('keydown', (event) => {
      const places: Record<string, number> = {
        [isRightToLeft ? 'ArrowRight' : 'ArrowLeft']: this.current - 1,
        [isRightToLeft ? 'ArrowLeft' : 'ArrowRight']: this.current + 1,
        Home: 0,
        End: figures.length - 1,
      }
      const to = places[event.key]
      if (to === undefined) return
      // Not by the few pixels that a browser would scroll, nor the page to its end.
      event.preventDefault()
      go(to)
    })
    this.count(row, figures)
  }

  /** Follows which figure is in view, however it came there. */
  private count(row: HTMLElement, figures: HTMLElement[]) {
    const counter = this.querySelector<HTMLElement>('[data-counter]')
    const buttons = this.querySelectorAll<HTMLButtonElement>('[data-go]')
    const text = counter?.dataset.counter ?? ''
    const numbers = new Intl.NumberFormat(document.documentElement.lang)
    const tell = (index: number) => {
      this.current = index
      const position = text
        .replace('{number}', numbers.format(index + 1))
        .replace('{count}', numbers.format(figures.length))
      if (counter && counter.textContent !== position) counter.textContent = position
      for (const button of buttons) {
        const at = index + Number(button.dataset.go)
        // Not disabled, which would take the focus from under a reader's finger.
        button.setAttribute('aria-disabled', String(at < 0 || at >= figures.length))
      }
    }
    tell(0)
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting)
        if (seen) tell(figures.indexOf(seen.target as HTMLElement))
      },
      { root: row, threshold: 0.7 },
    )
    for (const figure of figures) observer.observe(figure)
  }
}

customElements.define('image-gallery', ImageGallery)
