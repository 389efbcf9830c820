import { describe, expect, test } from 'vitest'
import { readLogs } from '../../../tests/support/logs.ts'

// Noon in Jakarta.
const NOON = '2025-07-05T05:00:00Z'
const HOUR = '2025-07-05T03:00:00Z'

describe('an export of', () => {
  test.each([
    [
      'GoatCounter',
      [
        '2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,Location,FirstVisit,Date',
        '/politics/a/,"A, indeed",false,,Firefox,Linux,1,0,,,,ID,1,2025-07-05T03:20:00Z',
        '/politics/a/,"A, indeed",false,,Firefox,Linux,2,0,,,,ID,1,2025-07-05T03:40:00Z',
        '/politics/a/,"A, indeed",false,,Firefox,Linux,3,7,,,,ID,1,2025-07-05T03:41:00Z',
      ],
      { a: { [HOUR]: 2 } },
    ],
    [
      'Plausible',
      [
        'date,hostname,page,visits,visitors,pageviews,total_scroll_depth',
        '2025-07-05,warta.example,/politics/a/,10,9,12,5',
        '2025-07-05,warta.example,/politics/b/,1,1,3,5',
      ],
      { a: { [NOON]: 12 }, b: { [NOON]: 3 } },
    ],
    [
      'Umami',
      [
        'website_id,url_path,created_at',
        'x,/politics/a/,2025-07-05 10:20:00',
        'x,/politics/a/,2025-07-05 10:30:00',
      ],
      { a: { [HOUR]: 2 } },
    ],
    [
      'Matomo',
      ['Date;Page URL;Pageviews', '2025-07-05;https://warta.example/politics/a/;"1,200"'],
      { a: { [NOON]: 1200 } },
    ],
    [
      'GA4',
      [
        '# ----------------------------------------',
        '# Pages and screens',
        '# ----------------------------------------',
        '',
        'Page path and screen class,Date + hour (YYYYMMDDHH),Views',
        '/politics/a/,2025070510,5',
        '/politics/a/?utm=1,2025070510,2',
        ',,7',
      ],
      { a: { [HOUR]: 7 } },
    ],
  ])('%s is read by its header', async (_, lines, articles) => {
    expect((await readLogs([lines])).readership.articles).toEqual(articles)
  })

  test('Matomo in UTF-16', async () => {
    const text = '\uFEFFLabel,Pageviews,Date\n/politics/a/,4,2025-07-05\n'
    expect((await readLogs([Buffer.from(text, 'utf16le')])).readership.articles).toEqual({ a: { [NOON]: 4 } })
  })
})

const day = (views: number) => ['path,views,date', `/politics/a/,${views},2025-07-05`]

test('read twice it changes nothing, read again later it raises the number', async () => {
  const { readership } = await readLogs([day(4)])
  expect((await readLogs([day(4), day(4)], { earlier: readership })).readership).toEqual(readership)
  const raised = await readLogs([day(9), day(4)], { earlier: readership })
  expect(raised.readership.articles).toEqual({ a: { [NOON]: 9 } })
})

test('the present day is known up to now', async () => {
  expect((await readLogs([day(4)], { now: '2025-07-05T03:30:00Z' })).readership.until).toBe(
    '2025-07-05T03:30:00Z',
  )
})

test('without dates it needs one', async () => {
  const lines = ['name,visitors,pageviews', '/politics/a/,3,4']
  await expect(readLogs([lines])).rejects.toThrow('--date 2025-07-05')
  expect((await readLogs([lines], { date: '2025-07-05' })).readership.articles).toEqual({ a: { [NOON]: 4 } })
})

test.each([
  ['/politics/a/,many,2025-07-05', 'broken'],
  ['/politics/a/,4,yesterday', 'broken'],
  ['/politics/a/', 'broken'],
  ['/about/,4,2025-07-05', 'page'],
  ['/politics/a/,4,2026-07-05', 'future'],
] as const)('the row %s does not count', async (row, outcome) => {
  const { reports } = await readLogs([[...day(1), row]])
  expect(reports[0]?.totals.lines[outcome]).toBe(1)
  expect(reports[0]?.totals.views).toBe(1)
})
