/** How many times as large a double tap shows a picture. */
const CLOSE = 2.5
/** At least; a picture with more pixels than that may be seen in all of them. */
const CLOSEST = 4
const DOUBLE_TAP_MS = 350

interface Point {
  clientX: number
  clientY: number
}

/**
 * Shows a picture larger than its frame, which then scrolls: by pinch, double tap, the wheel with Ctrl (a pinch on a
 * touchpad) and drag of a mouse. A finger pans by scrolling, as the browser does it. The stylesheet multiplies the
 * picture's width by `--zoom`.
 */
export class Zoom {
  private scale = 1

  constructor(
    private frame: HTMLElement,
    private picture: HTMLImageElement,
    private onChange: () => void,
  ) {
    this.listenToTaps()
    this.listenToFingers()
    this.listenToMouse()
  }

  get isClose(): boolean {
    return this.scale > 1
  }

  /** Close up, or whole again. */
  toggle(at: Point = this.middle()) {
    this.to(this.isClose ? 1 : CLOSE, at)
  }

  /** So many times as large as it is now. */
  by(factor: number, at: Point = this.middle()) {
    this.to(this.scale * factor, at)
  }

  reset() {
    this.to(1, this.middle())
  }

  pan(left: number, top: number) {
    this.frame.scrollBy({ left, top, behavior: 'instant' })
  }

  /** The point of the picture that was at `from` comes to `at`, or as near as the edges let it. */
  private to(wanted: number, at: Point, from: Point = at) {
    const { naturalWidth, offsetWidth } = this.picture
    const closest = Math.max(CLOSEST, (naturalWidth * this.scale) / offsetWidth)
    const before = this.picture.getBoundingClientRect()
    const across = (from.clientX - before.left) / before.width
    const down = (from.clientY - before.top) / before.height
    this.scale = Math.min(closest, Math.max(1, wanted))
    this.picture.style.setProperty('--zoom', String(this.scale))
    this.frame.toggleAttribute('data-close', this.isClose)
    if (this.isClose) this.frame.tabIndex = 0
    else this.frame.removeAttribute('tabindex')
    const after = this.picture.getBoundingClientRect()
    this.pan(after.left + across * after.width - at.clientX, after.top + down * after.height - at.clientY)
    this.onChange()
  }

  private middle(): Point {
    const { left, top, width, height } = this.frame.getBoundingClientRect()
    return { clientX: left + width / 2, clientY: top + height / 2 }
  }

  private listenToTaps() {
    let last = Number.NEGATIVE_INFINITY
    // Not dblclick, which Safari has for mice alone.
    this.picture.addEventListener('click', (event) => {
      const isSecond = event.timeStamp - last < DOUBLE_TAP_MS
      last = isSecond ? Number.NEGATIVE_INFINITY : event.timeStamp
      if (isSecond) this.toggle(event)
    })
  }

  private listenToFingers() {
    let distance = 0
    let point: Point | undefined
    const isPinch = ({ touches }: TouchEvent) => touches.length === 2
    // What the browser would scroll by two fingers is taken from it: not passive.
    this.frame.addEventListener(
      'touchstart',
      (event) => {
        point = undefined
        if (!isPinch(event)) return
        event.preventDefault()
        distance = distanceOf(event.touches)
        point = middleOf(event.touches)
      },
      { passive: false },
    )
    this.frame.addEventListener(
      'touchmove',
      (event) => {
        const to = isPinch(event) && middleOf(event.touches)
        if (!point || !to) return
        event.preventDefault()
        const next = distanceOf(event.touches)
        this.to((this.scale * next) / distance, to, point)
        distance = next
        point = to
      },
      { passive: false },
    )
  }

  private listenToMouse() {
    this.frame.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return
        event.preventDefault()
        this.by(Math.exp(-event.deltaY / 100), event)
      },
      { passive: false },
    )
    this.frame.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'mouse' || !this.isClose) return
      event.preventDefault()
      this.frame.setPointerCapture(event.pointerId)
    })
    this.frame.addEventListener('pointermove', (event) => {
      if (this.frame.hasPointerCapture(event.pointerId) && event.pointerType === 'mouse')
        this.pan(-event.movementX, -event.movementY)
    })
  }
}

function distanceOf([a, b]: TouchList): number {
  return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0
}

function middleOf([a, b]: TouchList): Point | undefined {
  return a && b && { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }
}
