import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { close } from 'pagefind'

/** Processes that this thread has started, and that have not ended. */
const running = new Set<ChildProcess>()

// Pagefind gives nobody the process that it starts. Node tells of each before it has a command.
subscribe('child_process', (message) => {
  const { process } = message as { process: ChildProcess }
  running.add(process)
  process.once('exit', () => running.delete(process)).once('error', () => running.delete(process))
})

/**
 * Ends the Pagefind of this thread, and waits until its process has ended: where a thread ends before that, nobody asks the
 * system how it has ended, and it stands among the processes for as long as this one lives.
 */
export async function closePagefind(): Promise<void> {
  const ending = [...running].filter(({ spawnfile }) => /pagefind/.test(spawnfile ?? ''))
  const ended = ending.map((process) => {
    process.ref()
    return once(process, 'exit')
  })
  await close()
  await Promise.all(ended)
}
