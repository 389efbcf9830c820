import { type Slide, slideOf } from './slide.ts'

/** Pixels that an arrow key moves a picture that is larger than the screen. */
const PAN = 80
const CLOSER = 1.5

const ARROWS: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

let viewer: PictureViewer | undefined

/** Shows the pictures that these links lead to, from one of them on, in the page's `#picture-dialog`. */
export function openPictures(links: readonly HTMLAnchorElement[], index: number) {
  viewer ??= new PictureViewer(part(document, '#picture-dialog'))
  viewer.open(links, index)
}

/**
 * The dialog in which pictures fill the screen. A row of them scrolls from one to the next, by swipe, arrow keys and
 * buttons. It is an entry of the browser's history, so that "back" closes it.
 */
class PictureViewer {
  private row: HTMLElement
  private zoomButton: HTMLElement
  private slides: Slide[] = []
  private shown = 0
  private observer: IntersectionObserver

  constructor(private dialog: HTMLDialogElement) {
    this.row = part(dialog, '[data-row]')
    this.zoomButton = part(dialog, '[data-zoom]')
    this.zoomButton.addEventListener('click', () => this.current?.zoom.toggle())
    for (const button of dialog.querySelectorAll<HTMLElement>('[data-step]'))
      button.addEventListener('click', () => this.step(Number(button.dataset.step)))
    dialog.addEventListener('keydown', (event) => {
      if (this.press(event.key)) event.preventDefault()
    })
    this.row.addEventListener('click', ({ target }) => {
      // Beside the picture, which is not being looked at from near.
      if (target instanceof Element && target.matches('.picture-frame:not([data-close])')) dialog.close()
    })
    dialog.addEventListener('close', () => this.leave())
    addEventListener('popstate', () => dialog.close())
    this.observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting)
        if (seen) this.show(this.slides.findIndex(({ element }) => element === seen.target))
      },
      { root: this.row, threshold: 0.6 },
    )
  }

  open(links: readonly HTMLAnchorElement[], index: number) {
    this.slides = links.map((link) => slideOf(link, () => this.tellZoom()))
    this.row.replaceChildren(...this.slides.map(({ element }) => element))
    for (const one of this.dialog.querySelectorAll<HTMLElement>('[data-of-many]'))
      one.hidden = links.length < 2
    // showModal keeps the focus inside, closes by Escape and gives the focus back.
    this.dialog.showModal()
    if (!history.state?.picture) history.pushState({ ...history.state, picture: true }, '')
    this.goTo(index)
    for (const { element } of this.slides) this.observer.observe(element)
  }

  private leave() {
    this.observer.disconnect()
    this.row.replaceChildren()
    if (history.state?.picture) history.back()
  }

  private get current(): Slide | undefined {
    return this.slides[this.shown]
  }

  private step(by: number) {
    this.goTo((this.shown + by + this.slides.length) % this.slides.length)
  }

  private goTo(index: number) {
    this.show(index)
    this.current?.element.scrollIntoView({ behavior: 'instant', inline: 'start', block: 'nearest' })
  }

  /** Told of the picture in view, however it came there. */
  private show(index: number) {
    this.shown = index
    for (const [place, { element, zoom }] of this.slides.entries()) {
      element.inert = place !== index
      if (place !== index && zoom.isClose) zoom.reset()
    }
    this.current?.load()
    this.tellPosition()
    this.tellZoom()
  }

  private tellPosition() {
    const { alt = '', lang = '' } = this.current ?? {}
    const position = part(this.dialog, '[data-position]')
    const numbers = new Intl.NumberFormat(document.documentElement.lang)
    position.textContent = (position.dataset.position ?? '')
      .replace('{number}', numbers.format(this.shown + 1))
      .replace('{count}', numbers.format(this.slides.length))
    const said = part(this.dialog, '[data-alt]')
    if (said.textContent === alt) return
    said.textContent = alt
    said.lang = lang
  }

  private tellZoom() {
    this.zoomButton.setAttribute('aria-pressed', String(this.current?.zoom.isClose ?? false))
  }

  /** Whether the key has a meaning here. */
  private press(key: string): boolean {
    const { zoom } = this.current ?? {}
    const arrow = ARROWS[key]
    if (!zoom) return false
    if (key === '+' || key === '=') zoom.by(CLOSER)
    else if (key === '-') zoom.by(1 / CLOSER)
    else if (key === '0') zoom.reset()
    else if (arrow && zoom.isClose) zoom.pan(arrow[0] * PAN, arrow[1] * PAN)
    else if (arrow?.[0] && this.slides.length > 1) {
      const isRightToLeft = getComputedStyle(this.row).direction === 'rtl'
      this.step(isRightToLeft ? -arrow[0] : arrow[0])
    } else return false
    return true
  }
}

function part<T extends HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector)
  if (!element) throw new Error(`the dialog of pictures lacks ${selector}`)
  return element
}
