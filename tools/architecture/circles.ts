/**
 * Circles of files that import each other, directly or not.
 * @param graph each file with the files that it imports
 * @returns each circle as a way from a file back to itself; no two share a file
 */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const left = new Map(graph)
  const circles: string[][] = []
  for (;;) {
    removeTrees(left)
    const circle = firstCircle(left)
    if (!circle) return circles
    circles.push(circle)
    for (const file of circle) left.delete(file)
  }
}

/** Removes files, again and again, that import none of the others. */
function removeTrees(left: Map<string, readonly string[]>): void {
  let size = 0
  do {
    size = left.size
    for (const [file, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(file)
  } while (left.size < size)
}

/** @param left where each file imports at least one of the others, so that every way returns to itself */
function firstCircle(left: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const way: string[] = []
  let [file] = left.keys()
  while (file !== undefined) {
    const start = way.indexOf(file)
    way.push(file)
    if (start >= 0) return way.slice(start)
    file = left.get(file)?.find((target) => left.has(target))
  }
  return undefined
}
