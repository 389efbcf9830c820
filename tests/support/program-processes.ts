import { readFileSync } from 'node:fs'
import { treeOf } from '../../bench/measured-tree.ts'

/** Processes of this one that hold a program for a publisher. */
export function programProcesses(): number[] {
  return treeOf(process.pid).filter((pid) => commandOf(pid).includes('publisher/loaded/child'))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
