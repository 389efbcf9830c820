import process from 'node:process'

interface Bench {
  /** Prints what it measured. */
  run: (args: string[]) => Promise<void>
}

const BENCHES: Record<string, () => Promise<Bench>> = {
  ablation: () => import('./ablation.ts'),
  check: () => import('./check.ts'),
  discovery: () => import('./discovery.ts'),
  feeds: () => import('./feeds.ts'),
  import: () => import('./import.ts'),
  install: () => import('./install.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  live: () => import('./live.ts'),
  publish: () => import('./publish.ts'),
  'push-to-live': () => import('./push-to-live.ts'),
  'readers-cost': () => import('./readers-cost.ts'),
  related: () => import('./related.ts'),
  search: () => import('./search.ts'),
  shards: () => import('./shards.ts'),
  size: () => import('./size.ts'),
  serve: () => import('./serve.ts'),
  publisher: () => import('./publisher.ts'),
  trending: () => import('./trending.ts'),
  verify: () => import('./verify.ts'),
}

const [wanted = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(BENCHES, wanted) ? BENCHES[wanted] : undefined
if (load) {
  await (await load()).run(args)
} else {
  console.error(`npm run bench -- <name>, where the name is one of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 1
}
