import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from './database.ts'
import { appoint, dismiss } from './moderators.ts'
import { ScryptPassword } from './password.ts'

const RATNA = { email: 'ratna@outlet.example', name: 'Ratna', password: 'a long password' }

let database: DatabaseSync
beforeEach(async () => {
  database = openDatabase(await mkdtemp(join(tmpdir(), 'moderators-')))
})
const accounts = () => database.prepare('SELECT email, display_name, type, password FROM wl_Users').all()

test('a moderator is Waline’s administrator, with a password that fits', () => {
  expect(appoint(database, RATNA)).toBe('ratna@outlet.example may moderate.')
  expect(accounts()).toMatchObject([{ email: RATNA.email, display_name: 'Ratna', type: 'administrator' }])
  const hash = String(accounts()[0]?.password)
  expect(new ScryptPassword().checkPassword(RATNA.password, hash)).toBe(true)
})

test('a second time changes the password of the one account', () => {
  appoint(database, RATNA)
  expect(appoint(database, { ...RATNA, password: 'another password' })).toContain('new password')
  expect(accounts()).toHaveLength(1)
  const hash = String(accounts()[0]?.password)
  expect(new ScryptPassword().checkPassword(RATNA.password, hash)).toBe(false)
})

test('one who is dismissed is gone', () => {
  appoint(database, RATNA)
  dismiss(database, RATNA.email)
  expect(accounts()).toEqual([])
  expect(() => dismiss(database, RATNA.email)).toThrow('is no moderator')
})

test.each([
  [{ password: 'short' }, 'at least 12 characters'],
  [{ password: '' }, 'at least 12 characters'],
  [{ email: 'ratna' }, 'no e-mail address'],
  [{ name: ' ' }, 'A name is needed'],
])('%j will not do', (wrong, message) => {
  expect(() => appoint(database, { ...RATNA, ...wrong })).toThrow(message)
  expect(accounts()).toEqual([])
})
