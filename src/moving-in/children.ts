import type { Ledger, LedgerMap } from './ledger.ts'

/** The ids of what was made for each item, in order, each of them in as little time however many there are. */
export class Children {
  private readonly lastOf: LedgerMap<string, string>
  private readonly before: LedgerMap<string, string>

  constructor(ledger: Ledger) {
    this.lastOf = ledger.map()
    this.before = ledger.map()
  }

  /** An id is added once. */
  add(parent: string, id: string): void {
    const last = this.lastOf.get(parent)
    if (last !== undefined) this.before.set(id, last)
    this.lastOf.set(parent, id)
  }

  of(parent: string): string[] {
    const ids: string[] = []
    for (let id = this.lastOf.get(parent); id !== undefined; id = this.before.get(id)) ids.push(id)
    return ids.reverse()
  }
}
