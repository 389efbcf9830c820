import { writeFile } from 'node:fs/promises'

export interface ReportItem {
  kind: string
  /** WordPress's number; empty for what has none. */
  id: string
  title: string
  outcome: 'imported' | 'already here' | 'skipped'
  /** In the newsroom. */
  file?: string | undefined
  why?: string | undefined
  notes?: string[] | undefined
}

/** What became of each thing in an export. */
export class Report {
  readonly items: ReportItem[] = []
  /** On the whole. */
  readonly notes: string[] = []

  add(item: ReportItem): void {
    this.items.push(item)
  }

  /** `3 articles`, by kind, of one outcome. */
  counts(outcome: ReportItem['outcome']): string {
    const counts = new Map<string, number>()
    for (const item of this.items)
      if (item.outcome === outcome) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1)
    return [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'nothing'
  }

  /** A line an item and one for each of its notes. */
  *lines(): Generator<string> {
    for (const { kind, id, title, outcome, file, why, notes = [] } of this.items) {
      const named = [kind, id, title && `"${title}"`].filter(Boolean).join(' ')
      const rest = outcome === 'skipped' ? named : `${file}, ${named}`
      yield `${outcome.padEnd(12)} ${rest}${why ? `: ${why}` : ''}`
      for (const note of notes) yield `               ${note}`
    }
    for (const note of this.notes) yield note
  }

  async save(file: string, rest: Record<string, unknown>): Promise<void> {
    await writeFile(file, `${JSON.stringify({ ...rest, notes: this.notes, items: this.items }, null, 2)}\n`)
  }
}
