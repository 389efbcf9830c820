/**
 * Where an import keeps what it must know of every post until its end, out of
 * memory: exports have hundreds of thousands of them. What is given to it is
 * copied as JSON copies it, so that a value that changes must be set again.
 */
export interface Ledger {
  map<K extends LedgerKey, V>(): LedgerMap<K, V>
  set(): LedgerSet
}

export type LedgerKey = string | number

/** Those members of a Map that an import needs, iterated in the same order: as its keys came. */
export interface LedgerMap<K extends LedgerKey, V> extends Iterable<[K, V]> {
  get(key: K): V | undefined
  has(key: K): boolean
  set(key: K, value: V): unknown
}

export interface LedgerSet {
  add(key: string): unknown
  has(key: string): boolean
}
