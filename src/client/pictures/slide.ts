import { Zoom } from './zoom.ts'

/** A picture in the dialog. */
export interface Slide {
  element: HTMLElement
  /** What the picture shows, and the language that this is said in. */
  alt: string
  lang: string
  zoom: Zoom
  /** Fetches the picture in full size, once. */
  load(): void
}

/** The picture that a link of the page leads to, in a frame as large as the dialog, with the page's caption below. */
export function slideOf(link: HTMLAnchorElement, onZoom: () => void): Slide {
  const figure = link.closest('figure')
  const shown = figure?.querySelector('img')
  const marked = figure?.closest<HTMLElement>('[lang]')
  const picture = new Image(Number(link.dataset.width), Number(link.dataset.height))
  picture.alt = shown?.alt ?? ''
  picture.draggable = false
  picture.style.setProperty('--ratio', String(picture.width / picture.height))
  // Until the full size has come, and where it never comes, the reader sees what the page has.
  if (shown?.currentSrc) {
    const { currentSrc } = shown
    picture.style.backgroundImage = `url("${currentSrc}")`
    picture.addEventListener('error', () => (picture.src = currentSrc), { once: true })
  }

  const frame = document.createElement('div')
  frame.className = 'picture-frame'
  frame.append(picture)
  const element = document.createElement('figure')
  element.className = 'picture-slide'
  element.append(frame)
  const caption = figure?.querySelector('figcaption')
  if (caption) {
    const copy = caption.cloneNode(true) as HTMLElement
    copy.className = ''
    element.append(copy)
  }
  if (marked) {
    element.lang = marked.lang
    element.dir = marked.dir
  }
  return {
    element,
    alt: picture.alt,
    lang: marked?.lang ?? '',
    zoom: new Zoom(frame, picture, onZoom),
    load() {
      if (!picture.src) picture.src = link.href
    },
  }
}
