import { readdirSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const SIGNAL = 'SIGUSR2'

/** What a process is started with, so that its objects can be counted. @param folder for snapshots of its memory */
export function countable(folder: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--heapsnapshot-signal=${SIGNAL} --diagnostic-dir=${folder}` }
}

/** A snapshot of V8's heap: https://developer.chrome.com/docs/devtools/memory-problems/heap-snapshot-schema. */
interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } }
  nodes: number[]
  strings: string[]
}

/** How many objects of each class a process holds, once what nothing holds is collected. @param folder as for `countable` */
export async function livingObjects(pid: number, folder: string): Promise<Map<string, number>> {
  process.kill(pid, SIGNAL)
  const { snapshot, nodes, strings } = await writtenIn(folder)
  const { node_fields: fields, node_types: [types] } = snapshot.meta // prettier-ignore
  const [type, name, object] = [fields.indexOf('type'), fields.indexOf('name'), types.indexOf('object')]
  const counts = new Map<string, number>()
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (nodes[at + type] !== object) continue
    const of = strings[nodes[at + name] as number] as string
    counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return counts
}

/** The snapshot that is being written in a folder, which it leaves. */
async function writtenIn(folder: string): Promise<HeapSnapshot> {
  for (;;) {
    await setTimeout(200)
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.heapsnapshot'))
    if (file === undefined) continue
    const text = await readFile(join(folder, file), 'utf8')
    // It ends with the list of its strings.
    if (!text.endsWith(']}')) continue
    await rm(join(folder, file))
    return JSON.parse(text)
  }
}
