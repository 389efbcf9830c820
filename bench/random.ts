/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number
  /** A whole number from 0 up to, but not, `count`. */
  below(count: number): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  pick<T>(items: readonly T[]): T
}

/** Mulberry32, seeded by whole numbers. */
export function randomFrom(...seeds: number[]): Random {
  let state = seeds.reduce((mixed, seed) => scramble(mixed ^ scramble(seed + 0x9e3779b9)), 0x6d2b79f5)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    return scramble(state) / 0x1_0000_0000
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  }
}

/**
 * Draws ranks from 0 up to, but not, `count`, the first most often, as words of
 * a language are used: the weight of rank r is 1 / (r + shift)^exponent
 * (Zipf and Mandelbrot). One draw takes two numbers, by Walker's alias method.
 */
export function zipf(count: number, exponent: number, shift: number): (random: Random) => number {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + shift) ** exponent)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const share = Float64Array.from(weights, (weight) => (weight / total) * count)
  const alias = new Uint32Array(count)
  const small: number[] = []
  const large: number[] = []
  for (let i = 0; i < count; i++) (at(share, i) < 1 ? small : large).push(i)
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() as number
    const rich = large.at(-1) as number
    alias[poor] = rich
    share[rich] = at(share, rich) + at(share, poor) - 1
    if (at(share, rich) < 1) small.push(large.pop() as number)
  }
  for (const i of [...small, ...large]) share[i] = 1
  return (random) => {
    const i = random.below(count)
    return random.next() < at(share, i) ? i : at(alias, i)
  }
}

function at(array: Float64Array | Uint32Array, i: number): number {
  return array[i] ?? 0
}

function scramble(number: number): number {
  let t = number | 0
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return (t ^ (t >>> 14)) >>> 0
}
