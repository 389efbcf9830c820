/** Says in words, where the page has them ready, that the code of a part of it could not be loaded. */
export function sayLost(part: string, error: unknown) {
  console.error(error)
  for (const line of document.querySelectorAll<HTMLElement>(`[data-if-lost="${part}"]`)) line.hidden = false
}
