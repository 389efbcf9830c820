import { fontsIn } from './fonts-in.ts'

export interface SlimPage {
  html: string
  /** Paths, from the host's root, of all that it needs of this site. */
  files: string[]
}

/**
 * A page as it is copied: each picture of its article at the smallest size alone, other pictures left out, marked with
 * `data-copy` as a copy. It changes `page`.
 * @param address of the page, absolute
 * @param notice stands at the head of the content
 */
export function slimPage(page: Document, address: string, notice?: Element | null): SlimPage {
  const pictures = [...page.querySelectorAll('img')].flatMap((image) => {
    if (image.closest('article') && !image.closest('[rel~="sponsored"]')) return shrink(image)
    image.remove()
    return []
  })
  const named = [
    ...valuesOf(page, 'link[rel="stylesheet"]', 'href'),
    ...valuesOf(page, 'script[type="module"][src]', 'src'),
    ...fontsOf(page),
    ...pictures,
  ]
  const { origin } = new URL(address)
  const files = named.flatMap((name) => {
    const url = URL.canParse(name, address) ? new URL(name, address) : undefined
    return url?.origin === origin ? [url.pathname + url.search] : []
  })
  if (notice) page.querySelector('main')?.prepend(notice)
  page.documentElement.setAttribute('data-copy', '')
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, files: [...new Set(files)] }
}

/** Leaves a picture its smallest size; that is its address. */
function shrink(image: HTMLImageElement): string[] {
  const smallest = smallestOf(image.getAttribute('srcset') ?? '') ?? image.getAttribute('src')
  for (const other of image.closest('picture')?.querySelectorAll('source') ?? []) other.remove()
  image.removeAttribute('srcset')
  image.removeAttribute('sizes')
  if (!smallest) return []
  image.setAttribute('src', smallest)
  // What enlarges it shows the same file.
  image.closest('figure')?.querySelector('a[data-open]')?.setAttribute('href', smallest)
  return [smallest]
}

/** Of the candidates of a `srcset`, the one of the least width or density. */
function smallestOf(srcset: string): string | undefined {
  const candidates = srcset.split(/,\s+/).map((candidate) => {
    const [address = '', size = '1x'] = candidate.trim().split(/\s+/)
    return { address, size: Number.parseFloat(size) }
  })
  return candidates.sort((a, b) => a.size - b.size)[0]?.address || undefined
}

function fontsOf(page: Document): string[] {
  const styles = [...page.querySelectorAll('style')].map(({ textContent }) => textContent)
  return fontsIn(styles.join('\n'), page.body.textContent)
}

function valuesOf(page: Document, selector: string, name: string): string[] {
  return [...page.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '')
}
