import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { processorOf } from './measured.ts'

export interface MeasuredTree {
  seconds: number
  /** Seconds of processor, of all of them and their threads, which other programs on the machine change less. */
  processor: number
  /** The most memory that the process and those it started had at once, in MiB, looked at twenty times a second. */
  peak: number
  /** What they wrote to files, in MiB, as far as it was seen before they ended. */
  written: number
  /** What was printed, and after how many seconds, and how many of processor. */
  lines: { at: number; processor: number; text: string }[]
}

/** Runs a program, and what it starts, to its end. @throws Error when it fails */
export async function measuredTree(
  command: string,
  args: string[],
  { cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<MeasuredTree> {
  const began = performance.now()
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: MeasuredTree['lines'] = []
  const elapsed = () => (performance.now() - began) / 1000
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) =>
      lines.push({ at: elapsed(), processor: sumOf(spentBy), text: String(chunk) }),
    )
  }
  let peak = 0
  const writtenBy = new Map<number, number>()
  const spentBy = new Map<number, number>()
  const look = () => {
    const tree = treeOf(child.pid ?? 0)
    peak = Math.max(
      peak,
      tree.reduce((sum, pid) => sum + field(pid, 'status', 'VmRSS') / 1024, 0),
    )
    for (const pid of tree) {
      writtenBy.set(pid, Math.max(writtenBy.get(pid) ?? 0, field(pid, 'io', 'write_bytes')))
      spentBy.set(pid, Math.max(spentBy.get(pid) ?? 0, processorOf(pid)))
    }
  }
  const watch = setInterval(look, 50)
  try {
    const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
    if (code !== 0)
      throw new Error(`${command} ended with ${code}:\n${lines.map(({ text }) => text).join('')}`)
  } finally {
    clearInterval(watch)
  }
  return {
    seconds: elapsed(),
    processor: sumOf(spentBy),
    peak,
    written: sumOf(writtenBy) / 2 ** 20,
    lines,
  }
}

function sumOf(by: ReadonlyMap<number, number>): number {
  return [...by.values()].reduce((sum, value) => sum + value, 0)
}

/** A process and its descendants, by /proc; see proc_pid_task(5). */
export function treeOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(treeOf)]
}

/** A number out of a file of /proc; 0 when the process has ended. */
export function field(pid: number, file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/${file}`))?.[1] ?? 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
