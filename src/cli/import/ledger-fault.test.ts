import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { ledgerFault } from './ledger-fault.ts'

function errorOf(sql: string): unknown {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => database.close())
  try {
    database.exec(sql)
    return undefined
  } catch (error) {
    return error
  }
}

test('a full disk is told with the way to mend it', () => {
  const error = errorOf(
    'PRAGMA max_page_count = 2; CREATE TABLE a (b); INSERT INTO a VALUES (zeroblob(100000))',
  )
  expect(error).toMatchObject({ message: 'database or disk is full' })
  expect(ledgerFault(error)).toMatchObject({ message: expect.stringContaining('TMPDIR') })
})

test('any other error stays as it is', () => {
  const error = errorOf('SELECT')
  expect(error).toBeInstanceOf(Error)
  expect(ledgerFault(error)).toBe(error)
  expect(ledgerFault('x')).toBe('x')
})
