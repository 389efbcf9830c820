/** The `id` in the page of a comment with this `id` in its file. No heading's or field's has a capital letter. */
export function commentElementId(id: string): string {
  return `Comment-${id}`
}
