import { describe, expect, test } from 'vitest'
import { exportFormatOf } from './export-format.ts'
import { spanOf } from './export-moment.ts'
import { findColumns } from './find-columns.ts'

describe('the columns of an export', () => {
  test.each([
    ['Plausible’s', ['date', 'page', 'visitors', 'pageviews'], { date: 0, path: 1, views: 3 }],
    [
      'GoatCounter’s',
      ['2Path', 'Title', 'Event', 'UserAgent', 'Bot', 'Date'],
      { path: 0, date: 5, userAgent: 3, bot: 4 },
    ],
    [
      'GA4’s',
      ['Page path and screen class', 'Date + hour (YYYYMMDDHH)', 'Views'],
      { path: 0, date: 1, views: 2 },
    ],
    ['Matomo’s', ['label', 'nb_visits', 'nb_hits'], { path: 0, views: 2 }],
    ['with blanks around the names', [' Path ', 'HITS'], { path: 0, views: 1 }],
  ])('%s are known by their names', (_, header, columns) => {
    const { path, views, date, userAgent, bot } = findColumns(header) ?? {}
    expect({ path, views, date, userAgent, bot }).toEqual({
      ...{ views: undefined, date: undefined, userAgent: undefined, bot: undefined },
      ...columns,
    })
  })

  test.each([
    ['no path', ['date', 'views']],
    ['neither views nor dates', ['path', 'title']],
    ['nothing', []],
  ])('are none with %s', (_, header) => {
    expect(findColumns(header)).toBeUndefined()
  })

  test('may be named, and then no other will do', () => {
    expect(findColumns(['Adresse', 'Aufrufe'], { path: 'adresse', views: 'Aufrufe' })).toMatchObject({
      path: 0,
      views: 1,
    })
    expect(findColumns(['path', 'views'], { path: 'Adresse' })).toBeUndefined()
  })
})

describe('an export', () => {
  test.each([
    ['path,date,views\n', 'utf8', 'CSV export, views by date', ','],
    ['\ufeffpath;views\n', 'utf8', 'CSV export, views of one date', ';'],
    ['path\tdate\n', 'utf8', 'CSV export, a row for each view', '\t'],
    ['"path","date","page views"\n', 'utf8', 'CSV export, views by date', ','],
    ['# GA4\n#\n\nPage path,Views\n', 'utf8', 'CSV export, views of one date', ','],
    ['\ufeffpath,views\n', 'utf16le', 'CSV export, views of one date', ','],
  ])('%j in %s is a %s', (head, encoding, name, delimiter) => {
    expect(exportFormatOf(Buffer.from(head, encoding as BufferEncoding), {})).toMatchObject({
      name,
      delimiter,
    })
  })

  test.each(['', '\n\n', '# a comment\n', '203.0.113.7 - - "GET / HTTP/2.0" 200'])('%j is none', (head) => {
    expect(exportFormatOf(Buffer.from(head), {})).toBeUndefined()
  })
})

describe('what a row’s date covers', () => {
  test.each([
    ['2025-07-05', '2025-07-05T05:00Z', '2025-07-05T17:00:00Z'],
    ['20250705', '2025-07-05T05:00Z', '2025-07-05T17:00:00Z'],
    ['2025070513', '2025-07-05T06:00Z', '2025-07-05T07:00:00Z'],
    [' 2025-07-05T13:20:00Z ', '2025-07-05T13:00Z', '2025-07-05T14:20:00Z'],
  ])('%s', (text, hour, end) => {
    const span = spanOf(text, 'Asia/Jakarta')
    expect(Date.parse(span?.hour ?? '')).toBe(Date.parse(hour))
    expect(span?.end).toBe(Date.parse(end))
  })

  test.each(['', 'yesterday', '2025-13-01', '20251301', '2025'])('%j is no date', (text) => {
    expect(spanOf(text, 'Asia/Jakarta')).toBeUndefined()
  })
})
