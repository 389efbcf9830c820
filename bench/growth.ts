/** How many times the smaller input the larger one is. */
const TIMES = 8
/** Seconds below which the smaller input tells more of the clock than of the work. */
const SHORTEST = 0.005

/** No linear work grows by as much, and quadratic work grows by far more: 8 and 64, nearly. */
export const MOST_OF_LINEAR = 24

/**
 * How many times as long a piece of work takes for eight times the input. It is counted in
 * seconds of this thread at a processor, for which it waits on a busy machine.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  // The first time the code is compiled.
  work(size)
  const few = Math.min(...[1, 2, 3].map(() => processorSeconds(() => work(size))))
  const once = () => processorSeconds(() => work(TIMES * size)) / Math.max(few, SHORTEST)
  let growth = once()
  // Memory is cleared now and then, and once is enough for what is linear.
  for (let again = 0; again < 2 && growth >= MOST_OF_LINEAR; again++) growth = Math.min(growth, once())
  return growth
}

function processorSeconds(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1e6
}
