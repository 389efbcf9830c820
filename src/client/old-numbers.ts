import { oldNumber } from './old-number.ts'
import { isPath } from './own-path.ts'

/** Sends a reader who comes by a link such as `/?p=19`, `/?s=words` or `/?feed=rss2` on to where it leads now; the front page stays for any other. */
class OldNumbers extends HTMLElement {
  async connectedCallback() {
    const { search, feed } = this.dataset
    const asked = oldNumber(location.search)
    const query = new URLSearchParams(location.search)
    if (!asked && search && query.get('s')) location.replace(search + location.search)
    else if (!asked && feed && query.get('feed')) location.replace(feed)
    if (!asked) return
    try {
      const response = await fetch(`${this.dataset.folder}${asked.file}`)
      const paths: unknown = response.ok ? await response.json() : undefined
      const path = (paths as Record<string, unknown> | undefined)?.[asked.number]
      if (isPath(path)) location.replace(path)
    } catch {
      // Offline, or no such file: the reader is at the front page, which is what there is.
    }
  }
}

customElements.define('old-numbers', OldNumbers)
