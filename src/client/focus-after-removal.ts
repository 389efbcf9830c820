/**
 * Takes an item out of a list by its button, and gives the focus to the button of the item that has come in its place, or
 * of the last one.
 * @param list whose children are the items, each with such a button
 * @param remove takes it out, and shows the list as it is then
 * @param otherwise gets the focus where no item is left
 */
export function focusAfterRemoval(
  list: Element,
  button: HTMLElement,
  remove: () => void,
  otherwise: HTMLElement | null,
): void {
  const { part = '' } = button.dataset
  const place = [...list.children].findIndex((child) => child.contains(button))
  remove()
  const rest = list.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)
  const next = rest[Math.min(place, rest.length - 1)] ?? otherwise
  next?.focus()
}
