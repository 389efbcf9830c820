/** The articles with most of an article's tags, a rare one counting for more; of those alike the newest. */
export function relatedIn(newest, limit) {
  const holders = new Map()
  newest.forEach(({ data }, place) => {
    for (const tag of data.tags) {
      if (!holders.has(tag)) holders.set(tag, [])
      holders.get(tag).push(place)
    }
  })
  return new Map(
    newest.map((article, own) => {
      const scores = new Map()
      for (const tag of article.data.tags) {
        const places = holders.get(tag)
        const weight = Math.log(newest.length / places.length) + 1
        for (const place of places)
          if (place !== own) scores.set(place, (scores.get(place) ?? 0) + weight)
      }
      const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, limit)
      return [article.url, best.map(([place]) => newest[place])]
    }),
  )
}
