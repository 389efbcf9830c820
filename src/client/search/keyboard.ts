interface Keys {
  field: HTMLInputElement
  /** Holds the field and the results. */
  root: HTMLElement
  /** Escape was pressed in the field. */
  leave(): void
}

/**
 * Arrow keys go from the field through the results and back, Escape goes back
 * to the field. Enter needs no help: what has the focus is a link.
 */
export function listenToKeys({ field, root, leave }: Keys) {
  root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = event.target as Element
    const items = [...root.querySelectorAll('[data-results] > li')]
    const links = items.map((item) => item.querySelector<HTMLElement>('[data-part="title"]'))
    const here = items.findIndex((item) => item.contains(target))
    const inField = target === field
    if (!inField && here < 0) return
    if (event.key === 'ArrowDown') (links[here + 1] ?? links[here])?.focus()
    else if (event.key === 'ArrowUp' && !inField) (links[here - 1] ?? field).focus()
    else if (event.key === 'Escape' && inField) leave()
    else if (event.key === 'Escape') field.focus()
    else return
    event.preventDefault()
  })
}
