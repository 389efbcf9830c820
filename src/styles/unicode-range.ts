/** Code points of CSS ranges: `U+20-7E`, `U+A0`, `U+4??`. */
export function codePointsOf(ranges: readonly string[]): Set<number> {
  const points = new Set<number>()
  for (const range of ranges) {
    const [from = '', to = from] = range.slice(2).split('-')
    const last = Number.parseInt(to.replaceAll('?', 'F'), 16)
    for (let point = Number.parseInt(from.replaceAll('?', '0'), 16); point <= last; point++) points.add(point)
  }
  return points
}

/** The shortest CSS ranges of just these code points. */
export function rangesOf(points: ReadonlySet<number>): string[] {
  const runs: [first: number, last: number][] = []
  for (const point of [...points].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.[1] === point - 1) run[1] = point
    else runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`)
}
