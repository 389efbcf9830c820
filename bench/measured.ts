import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Measured {
  seconds: number
  /** Of all its threads, which other programs on the machine change less. */
  processor: number
  /** The most memory that the process had at once, in MiB, as Linux tells it. */
  peak: number
  output: string
}

/** Runs a program to its end. @throws Error when it fails */
export async function measured(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Measured> {
  const began = performance.now()
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let peak = 0
  let processor = 0
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
    processor = Math.max(processor, processorOf(child.pid))
  }, 50)
  try {
    const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
    if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output.slice(-2000)}`)
  } finally {
    clearInterval(watch)
  }
  return { seconds: (performance.now() - began) / 1000, processor, peak, output }
}

/** VmHWM of a process; 0 when it has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Seconds that a process has spent, of the ticks (100 a second) of proc_pid_stat(5); 0 when it has ended. */
export function processorOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
