import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoInZone, isTimeZone, monthOf, parseMoment } from './zoned-time.ts'

const JAKARTA = 'Asia/Jakarta'
const NEW_YORK = 'America/New_York'

describe('a date that exists', () => {
  test.each([
    ['with a zone, whatever the outlet has', '2025-07-04T22:13:00+07:00', NEW_YORK, '2025-07-04T15:13:00Z'],
    ['in UTC', '2025-07-04T15:13Z', JAKARTA, '2025-07-04T15:13:00Z'],
    ['with a zone without colon', '2025-07-04T22:13+0700', 'UTC', '2025-07-04T15:13:00Z'],
    ['without a zone, in WIB', '2025-07-04T22:13', JAKARTA, '2025-07-04T15:13:00Z'],
    ['without a zone, in WITA', '2025-07-04T22:13', 'Asia/Makassar', '2025-07-04T14:13:00Z'],
    ['without a zone, in WIT', '2025-07-04T22:13', 'Asia/Jayapura', '2025-07-04T13:13:00Z'],
    ['with a blank for the T', '2025-07-04 22:13', JAKARTA, '2025-07-04T15:13:00Z'],
    ['with a blank for the T and a zone', '2025-07-04 15:13Z', JAKARTA, '2025-07-04T15:13:00Z'],
    ['with seconds and their parts', '2025-07-04T22:13:05.25', JAKARTA, '2025-07-04T15:13:05.250Z'],
    ['alone: its midnight', '2025-07-04', JAKARTA, '2025-07-03T17:00:00Z'],
    ['before 1970', '1945-08-17', JAKARTA, '1945-08-16T15:00:00Z'],
    ['a second before 1970', '1969-12-31T23:59:59Z', JAKARTA, '1969-12-31T23:59:59Z'],
    ['the first moment of 1970', '1970-01-01T00:00Z', JAKARTA, '1970-01-01T00:00:00Z'],
    ['of the first newspapers', '1605-07-04', 'UTC', '1605-07-04T00:00:00Z'],
    ['of a year of three digits', '0945-08-17T12:00', 'UTC', '0945-08-17T12:00:00Z'],
    ['of a leap year', '2024-02-29', 'UTC', '2024-02-29T00:00:00Z'],
    ['of the leap year of a century', '2000-02-29', 'UTC', '2000-02-29T00:00:00Z'],
    ['before daylight saving', '2025-03-09T01:59', NEW_YORK, '2025-03-09T06:59:00Z'],
    ['that daylight saving skips: an hour on', '2025-03-09T02:30', NEW_YORK, '2025-03-09T07:30:00Z'],
    ['that comes twice: the first', '2025-11-02T01:30', NEW_YORK, '2025-11-02T05:30:00Z'],
    ['whose midnight is skipped', '2025-04-25', 'Africa/Cairo', '2025-04-24T22:00:00Z'],
    ['in an hour that is skipped at midnight', '2025-04-25T00:30', 'Africa/Cairo', '2025-04-24T22:30:00Z'],
  ])('%s', (_, text, zone, moment) => {
    expect(parseMoment(text, zone)).toEqual(new Date(moment))
  })
})

test('a minute is the same moment as its first second, which has no shorter way', () => {
  const zones = fc.constantFrom(
    JAKARTA,
    NEW_YORK,
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
  )
  const days = { min: new Date('1969-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(days), zones, (at, zone) => {
      const text = at.toISOString().slice(0, 16)
      expect(parseMoment(text, zone)).toEqual(parseMoment(`${text}:00`, zone))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '2026-02-30',
  '2025-02-29',
  '1900-02-29',
  '2025-02-29T10:00Z',
  '2025-13-01',
  '2025-00-10',
  '2025-04-31T10:00',
  '2025-07-04T24:00',
  '2025-07-04T22:60',
  '2025-07-04T22:13:60',
  '2025-07-04T22:13:60Z',
  '2025-07-04T22:13+25:00',
  '0000-05-05',
  '0001-01-01',
  '-0001-05-05',
  '10000-01-01',
  '20260101',
  '2025-7-4',
  '2025-07',
  '0',
  '',
  'today',
  '4 July 2025',
  '04/07/2025',
  ' 2025-07-04',
  '2025-07-04T22:13 WIB',
  '2025-07-04T22:13[Asia/Jakarta]',
])('%j is no date', (text) => {
  expect(parseMoment(text, JAKARTA)).toBeUndefined()
})

test.each([
  ['2025-06-30T16:59:59Z', JAKARTA, '2025-06'],
  ['2025-06-30T17:00:00Z', JAKARTA, '2025-07'],
  ['2025-06-30T23:30:00Z', 'UTC', '2025-06'],
  ['2025-07-01T03:59:59Z', NEW_YORK, '2025-06'],
  ['2025-12-31T17:00:00Z', JAKARTA, '2026-01'],
  ['1945-07-31T15:00:00Z', JAKARTA, '1945-08'],
  ['1970-01-01T00:00:00Z', NEW_YORK, '1969-12'],
  ['0945-08-17T00:00:00Z', JAKARTA, '0945-08'],
])('%s in %s is of the month %s', (moment, zone, month) => {
  expect(monthOf(new Date(moment), zone)).toBe(month)
})

test.each([
  ['2025-07-04T15:13:00Z', JAKARTA, '2025-07-04T22:13:00+07:00'],
  ['2025-07-04T15:13:09.999Z', 'UTC', '2025-07-04T15:13:09+00:00'],
  ['2025-07-04T15:13:00Z', NEW_YORK, '2025-07-04T11:13:00-04:00'],
  ['2025-01-04T15:13:00Z', NEW_YORK, '2025-01-04T10:13:00-05:00'],
  ['1945-08-16T15:00:00Z', JAKARTA, '1945-08-17T00:00:00+09:00'],
  ['1970-01-01T00:00:00Z', NEW_YORK, '1969-12-31T19:00:00-05:00'],
  ['0945-08-17T00:00:00Z', 'UTC', '0945-08-17T00:00:00+00:00'],
])('%s in %s is written %s', (moment, zone, iso) => {
  expect(isoInZone(new Date(moment), zone)).toBe(iso)
})

test.each([
  [JAKARTA, true],
  ['UTC', true],
  ['Asia/Djakarta', false],
  ['WIB', false],
  ['', false],
])('%j as a time zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})
