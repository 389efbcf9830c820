import { run as lighthouse } from './lighthouse.ts'

const BENCHES: Record<string, () => Promise<void>> = { lighthouse }

const bench = BENCHES[process.argv[2] ?? '']
if (bench) {
  await bench()
} else {
  console.error(`npm run bench -- <name>, where the name is one of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 1
}
