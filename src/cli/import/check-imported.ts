import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const NEWS = fileURLToPath(new URL('../news.ts', import.meta.url))

/**
 * Lets `news check` read the newsroom, in a process of its own, as it takes more
 * memory than an import. It prints what it finds, and a last line that tells
 * whether a build would go through. @returns the exit code: 1 when it would not
 */
export async function checkImported(): Promise<number> {
  console.log('\nChecking the newsroom, as a build would:')
  const check = spawn(process.execPath, [NEWS, 'check'], { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise<number | null>((done, fail) => check.on('error', fail).on('close', done))
  console.log(
    code === 0
      ? 'A build would go through.'
      : 'A build would not go through: mend what is told above, and see npm run news -- check.',
  )
  return code === 0 ? 0 : 1
}
