import { afterEach, beforeEach, expect, test } from 'vitest'
import { DiskLedger } from './disk-ledger.ts'

let ledger: DiskLedger

beforeEach(() => {
  ledger = new DiskLedger()
})

afterEach(() => ledger.close())

test('a map is iterated as a Map is: in the order in which its keys came, a value set again in its place', () => {
  const map = ledger.map<string, { title: string; aliases: string[]; guid?: string | undefined }>()
  const twin = new Map<string, unknown>()
  for (const key of ['/z/', '/a/', '/ü/', '', "o'clock", '/z/']) {
    const value = { title: `“${key}”\n\0`, aliases: [key], guid: undefined }
    map.set(key, value)
    twin.set(key, value)
  }
  expect([...map]).toEqual([...twin])
  for (const key of ['/z/', '/A/', '', '/none/']) {
    expect(map.get(key), key).toEqual(twin.get(key))
    expect(map.has(key), key).toBe(twin.has(key))
  }
})

test('keys may be numbers', () => {
  const map = ledger.map<number, string>()
  for (const key of [7, 0, 4_000_000_000]) map.set(key, `post ${key}`)
  expect([...map]).toEqual([
    [7, 'post 7'],
    [0, 'post 0'],
    [4_000_000_000, 'post 4000000000'],
  ])
  expect(map.get(0)).toBe('post 0')
})

test('one map can be read twice at once, and another written meanwhile', () => {
  const map = ledger.map<number, number>()
  const other = ledger.map<string, number>()
  for (const number of [1, 2, 3]) map.set(number, number)
  for (const [a] of map) for (const [b] of map) other.set(`${a} ${b}`, a * b)
  expect([...other].map(([, product]) => product)).toEqual([1, 2, 3, 2, 4, 6, 3, 6, 9])
  for (const [key] of map) if (key === 2) break
  expect([...map]).toHaveLength(3)
})

test('what was taken from a map is a copy', () => {
  const map = ledger.map<string, string[]>()
  map.set('a', [])
  map.get('a')?.push('b')
  expect(map.get('a')).toEqual([])
})

test('a set has each key once, as it was written', () => {
  const set = ledger.set()
  for (const key of ['a', 'a', 'É']) set.add(key)
  expect(['a', 'A', 'É', 'E\u0301', ''].map((key) => set.has(key))).toEqual([true, false, true, false, false])
})

test('a list keeps what is the same twice', () => {
  const list = ledger.list<string>()
  for (const value of ['b', 'a', 'b']) list.push(value)
  expect([...list]).toEqual(['b', 'a', 'b'])
  expect(list.length).toBe(3)
})
