import { expect, test } from 'vitest'
import { formatDate, formatList, formatMoment, formatMonth, formatYear } from './format.ts'

test.each([
  ['id', 'Asia/Jakarta', '2025-07-04T15:13Z', '4 Juli 2025 - 22:13 WIB'],
  ['en', 'Asia/Jakarta', '2025-07-04T15:13Z', '4 July 2025 - 22:13 WIB'],
  ['id', 'Asia/Makassar', '2025-07-04T15:13Z', '4 Juli 2025 - 23:13 WITA'],
  ['en', 'Asia/Makassar', '2025-07-04T15:13Z', '4 July 2025 - 23:13 WITA'],
  ['id', 'Asia/Jayapura', '2025-07-04T15:13Z', '5 Juli 2025 - 00:13 WIT'],
  ['id', 'Asia/Jakarta', '2025-07-03T17:05Z', '4 Juli 2025 - 00:05 WIB'],
  ['en', 'Asia/Jakarta', '2025-07-03T17:05Z', '4 July 2025 - 00:05 WIB'],
  ['en', 'Europe/London', '2025-07-04T15:13Z', '4 July 2025 - 16:13 BST'],
  ['id', 'Europe/London', '2025-07-04T15:13Z', '4 Juli 2025 - 16:13 BST'],
  ['id', 'Europe/London', '2025-01-04T15:13Z', '4 Januari 2025 - 15:13 GMT'],
  ['en', 'America/New_York', '2025-07-04T15:13Z', '4 July 2025 - 11:13 EDT'],
  ['id', 'America/New_York', '2025-12-31T15:13Z', '31 Desember 2025 - 10:13 EST'],
  ['en', 'Asia/Kathmandu', '2025-07-04T15:13Z', '4 July 2025 - 20:58 GMT+5:45'],
  ['en', 'UTC', '2025-07-04T09:03:59Z', '4 July 2025 - 09:03 UTC'],
  ['id-ID', 'Asia/Jakarta', '2025-07-04T15:13Z', '4 Juli 2025 - 22:13 WIB'],
  ['en-US', 'America/New_York', '2025-07-04T15:13Z', 'July 4, 2025 at 11:13 AM EDT'],
  ['ms', 'Asia/Kuala_Lumpur', '2025-07-04T15:13Z', '4 Julai 2025 pada 11:13 PTG MYT'],
  ['jv', 'Asia/Jakarta', '2025-07-04T15:13Z', '4 Juli 2025 ing 22:13 WIB'],
  ['zh', 'Asia/Shanghai', '2025-07-04T15:13Z', '2025年7月4日 23:13 GMT+8'],
  ['ar', 'Africa/Cairo', '2025-07-04T15:13Z', '4 يوليو 2025 في 6:13 م EEST'],
  ['fa', 'Asia/Tehran', '2025-07-04T15:13Z', '۱۳ تیر ۱۴۰۴ ساعت ۱۸:۴۳ \u200e+۳:۳۰ گرینویچ'],
])('in %s for %s, %s is "%s"', (locale, zone, moment, text) => {
  expect(formatMoment(new Date(moment), locale, zone)).toBe(text)
})

test.each([
  ['id', 'Asia/Jakarta', '31 Agustus 2025'],
  ['en', 'Asia/Jakarta', '31 August 2025'],
  ['en', 'UTC', '30 August 2025'],
])('a date in %s for %s is "%s"', (locale, zone, text) => {
  expect(formatDate(new Date('2025-08-30T20:00Z'), locale, zone)).toBe(text)
})

test.each([
  ['id', '2025-07', 'Juli 2025'],
  ['en', '2025-07', 'July 2025'],
  ['id', '2025-12', 'Desember 2025'],
  ['en', '2025-01', 'January 2025'],
  ['th', '2025-07', 'กรกฎาคม 2568'],
  ['fa', '2025-07', 'ژوئیهٔ ۲۰۲۵'],
])('a month in %s: %s is "%s"', (locale, month, text) => {
  expect(formatMonth(month, locale)).toBe(text)
})

test.each([
  ['id', '2025'],
  ['en', '2025'],
  ['zh', '2025年'],
  ['ar-EG', '٢٠٢٥'],
])('a year in %s is "%s"', (locale, text) => {
  expect(formatYear('2025', locale)).toBe(text)
})

test.each([
  ['id', [], ''],
  ['id', ['Ratna'], 'Ratna'],
  ['id', ['Ratna', 'Bagus'], 'Ratna dan Bagus'],
  ['en', ['Ratna', 'Bagus'], 'Ratna and Bagus'],
  ['id', ['Ratna', 'Bagus', 'Maya'], 'Ratna, Bagus, dan Maya'],
])('a list in %s: %j is "%s"', (locale, items, text) => {
  expect(formatList(items, locale)).toBe(text)
})
