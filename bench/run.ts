import { run as lighthouse } from './lighthouse.ts'
import { run as trending } from './trending.ts'

const BENCHES: Record<string, (args: string[]) => Promise<void>> = { lighthouse, trending }

const bench = BENCHES[process.argv[2] ?? '']
if (bench) {
  await bench(process.argv.slice(3))
} else {
  console.error(`npm run bench -- <name>, where the name is one of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 1
}
