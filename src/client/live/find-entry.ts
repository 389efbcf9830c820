import { isPath } from '#client/own-path.ts'

/** Sends a reader who comes by the address of an entry that has left this page on to the page that it is on now. */
class FindEntry extends HTMLElement {
  connectedCallback() {
    addEventListener('hashchange', this.find)
    void this.find()
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.find)
  }

  private find = async () => {
    const id = decoded(location.hash.slice(1))
    if (id === '' || document.getElementById(id)) return
    try {
      const response = await fetch(this.dataset.src ?? '', { mode: 'same-origin' })
      const paths: unknown = response.ok ? await response.json() : {}
      const path = Object.hasOwn(Object(paths), id) ? (paths as Record<string, unknown>)[id] : undefined
      if (isPath(path)) location.replace(path + location.hash)
    } catch {
      // Offline, or no such file: the reader is at the coverage, which is what there is.
    }
  }
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return ''
  }
}

customElements.define('find-entry', FindEntry)
