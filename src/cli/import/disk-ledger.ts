import { DatabaseSync } from 'node:sqlite'
import type { Ledger, LedgerKey, LedgerMap, LedgerSet } from '#moving-in/ledger.ts'

/** Kibibytes of the file that SQLite keeps in memory. */
const CACHE = 4_000

/**
 * A ledger in a temporary file, in the folder that TMPDIR names or else the
 * system's. The file is gone when the ledger is closed or the process ends.
 */
export class DiskLedger implements Ledger {
  // The empty name is SQLite's for such a file: https://www.sqlite.org/inmemorydb.html#temp_db
  private readonly database = new DatabaseSync('')
  private tables = 0

  constructor() {
    // Nobody else reads it and nothing is taken back: it needs no journal, and no end of its one transaction.
    this.database.exec(`PRAGMA cache_size = -${CACHE}; PRAGMA journal_mode = OFF; BEGIN`)
  }

  map<K extends LedgerKey, V>(): LedgerMap<K, V> {
    return new DiskMap<K, V>(this.database, this.table('place INTEGER PRIMARY KEY, key UNIQUE, value TEXT'))
  }

  set(): LedgerSet {
    return new DiskSet(this.database, this.table('key TEXT PRIMARY KEY', 'WITHOUT ROWID'))
  }

  list<V>(): DiskList<V> {
    return new DiskList<V>(this.database, this.table('place INTEGER PRIMARY KEY, value TEXT'))
  }

  close(): void {
    this.database.close()
  }

  private table(columns: string, options = ''): string {
    const name = `table_${this.tables++}`
    this.database.exec(`CREATE TABLE ${name} (${columns}) ${options}`)
    return name
  }
}

class DiskMap<K extends LedgerKey, V> implements LedgerMap<K, V> {
  private readonly find
  private readonly put
  private readonly all

  constructor(database: DatabaseSync, table: string) {
    this.find = database.prepare(`SELECT value FROM ${table} WHERE key = ?`)
    this.put = database.prepare(
      `INSERT INTO ${table} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    // A statement for each time, as one that is begun again ends where it was.
    this.all = () => database.prepare(`SELECT key, value FROM ${table} ORDER BY place`).iterate()
  }

  get(key: K): V | undefined {
    const row = this.find.get(key)
    return row && JSON.parse(String(row.value))
  }

  has(key: K): boolean {
    return this.find.get(key) !== undefined
  }

  set(key: K, value: V): void {
    this.put.run(key, JSON.stringify(value))
  }

  *[Symbol.iterator](): Generator<[K, V]> {
    for (const { key, value } of this.all()) yield [key as K, JSON.parse(String(value))]
  }
}

class DiskSet implements LedgerSet {
  private readonly find
  private readonly put

  constructor(database: DatabaseSync, table: string) {
    this.find = database.prepare(`SELECT 1 FROM ${table} WHERE key = ?`)
    this.put = database.prepare(`INSERT INTO ${table} VALUES (?) ON CONFLICT DO NOTHING`)
  }

  has(key: string): boolean {
    return this.find.get(key) !== undefined
  }

  add(key: string): void {
    this.put.run(key)
  }
}

/** Values in the order in which they came. */
export class DiskList<V> implements Iterable<V> {
  private readonly put
  private readonly all
  private count = 0

  constructor(database: DatabaseSync, table: string) {
    this.put = database.prepare(`INSERT INTO ${table} (value) VALUES (?)`)
    this.all = () => database.prepare(`SELECT value FROM ${table} ORDER BY place`).iterate()
  }

  get length(): number {
    return this.count
  }

  push(value: V): void {
    this.put.run(JSON.stringify(value))
    this.count += 1
  }

  *[Symbol.iterator](): Generator<V> {
    for (const { value } of this.all()) yield JSON.parse(String(value))
  }
}
