import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Settlement } from '#moving-in/settled.ts'
import type { DiskLedger, DiskList } from './disk-ledger.ts'
import { writeJson } from './write-json.ts'

export interface ReportItem {
  kind: string
  /** WordPress's number; empty for what has none. */
  id: string
  title: string
  /** `skipped` for what becomes no article, `failed` for what should have become one. */
  outcome: 'imported' | 'already here' | 'skipped' | 'failed'
  /** In the newsroom. */
  file?: string | undefined
  why?: string | undefined
  notes?: string[] | undefined
  /** What was wrong at the old site. */
  settled?: Settlement[] | undefined
}

/** What became of each thing in an export. */
export class Report {
  /** On the whole. */
  readonly notes: string[] = []
  private readonly items: DiskList<ReportItem>
  private readonly settlements = new Map<string, number>()
  /** How many, by the kind, in the order in which kinds came; by the outcome. */
  private readonly numbers = {
    imported: new Map<string, number>(),
    'already here': new Map<string, number>(),
    skipped: new Map<string, number>(),
    failed: new Map<string, number>(),
  }

  constructor(ledger: DiskLedger) {
    this.items = ledger.list()
  }

  add(item: ReportItem): void {
    const numbers = this.numbers[item.outcome]
    numbers.set(item.kind, (numbers.get(item.kind) ?? 0) + 1)
    for (const { what, of } of item.settled ?? [])
      this.settlements.set(what, (this.settlements.get(what) ?? 0) + of.length)
    this.items.push(item)
  }

  /** `3 articles`, by kind, of one outcome. */
  counts(outcome: ReportItem['outcome']): string {
    return [...this.numbers[outcome]].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'nothing'
  }

  /** `3 × links that lead nowhere`, a kind a line, of what was wrong at the old site. */
  settled(): string[] {
    return [...this.settlements].map(([what, count]) => `${count} × ${what}`)
  }

  /** A line an item and one for each of its notes. */
  *lines(): Generator<string> {
    for (const { kind, id, title, outcome, file, why, notes = [], settled = [] } of this.items) {
      const named = [kind, id, title && `"${title}"`].filter(Boolean).join(' ')
      const rest = file === undefined ? named : `${file}, ${named}`
      yield `${outcome.padEnd(12)} ${rest}${why ? `: ${why}` : ''}`
      const settlements = settled.map(({ what, of }) => `${what}: ${of.join(', ')}`)
      for (const note of [...notes, ...settlements]) yield `               ${note}`
    }
    for (const note of this.notes) yield note
  }

  async save(file: string, rest: Record<string, unknown>): Promise<void> {
    const fields = { ...rest, notes: this.notes, items: this.items }
    await pipeline(writeJson(fields), createWriteStream(file))
  }
}
