import { describe, expect, test } from 'vitest'
import { answersOf } from '../../tests/support/dom.ts'
import { approvedComments, countsOf } from './waline.ts'

const WALINE = { server: 'https://comments.example/', outlet: 'https://warta.example/' }
const ok = (data: unknown) => Response.json({ errno: 0, errmsg: '', data })
const NOON = Date.parse('2025-07-06T12:00:00Z')
const COMMENT = {
  objectId: 7,
  nick: 'Ani',
  link: '',
  orig: 'Yes.',
  time: NOON,
  status: 'approved',
  children: [] as object[],
}
const id = (number: number) => `${number}-${(NOON / 1000).toString(36)}`
const page = (...data: object[]) => ok({ totalPages: 1, data })

describe('counts', () => {
  test('come in the order of the paths, forty in a request, as from the outlet’s site', async () => {
    const paths = Array.from({ length: 50 }, (_, i) => `/a/${i}/`)
    const requests = answersOf(ok(paths.slice(0, 40).map((_, i) => i)), ok(Array(10).fill(1)))
    const counts = await countsOf(WALINE, paths)
    expect(counts).toEqual([...paths.slice(0, 40).map((_, i) => i), ...Array(10).fill(1)])
    expect(requests.map(([url]) => new URL(url).searchParams.get('url')?.split(',').length)).toEqual([40, 10])
    expect(requests[0]?.[1].headers).toEqual({ referer: WALINE.outlet })
  })

  test('of one path may be a number, and of a strange answer none', async () => {
    answersOf(ok(3), ok(null))
    expect([await countsOf(WALINE, ['/a/']), await countsOf(WALINE, ['/a/'])]).toEqual([[3], [0]])
  })
})

describe('a comment that is brought home', () => {
  const read = async (...threads: object[]) => {
    answersOf(page(...threads))
    return approvedComments(WALINE, '/city/flood/')
  }

  test('holds what the file has a place for, and nothing else', async () => {
    expect(
      await read({ ...COMMENT, link: 'https://ani.example/', mail: 'ani@x.example', ip: '203.0.113.7' }),
    ).toEqual([{ id: id(7), name: 'Ani', site: 'https://ani.example/', at: expect.anything(), text: 'Yes.' }])
  })

  test('keeps which comment it answers, where that is kept', async () => {
    const children = [{ ...COMMENT, objectId: 8, pid: 7 }]
    expect((await read({ ...COMMENT, children })).map(({ parent }) => parent)).toEqual([undefined, id(7)])
  })

  test.each([
    ['one that waits', { status: 'waiting' }],
    ['spam', { status: 'spam' }],
    ['one without a text', { orig: ' \n ' }],
    ['one without a name', { nick: '' }],
  ])('is not %s', async (_, fields) => {
    expect(await read({ ...COMMENT, ...fields })).toEqual([])
  })

  test.each([
    ['javascript:alert(1)', undefined],
    ['ani.example', undefined],
    [null, undefined],
    ['http://ani.example/', 'http://ani.example/'],
  ])('by somebody of %s has the site %s', async (link, site) => {
    expect((await read({ ...COMMENT, link }))[0]?.site).toBe(site)
  })

  test('has a name of one line, and with its number where it has no letter', async () => {
    const names = async (nick: string) => (await read({ ...COMMENT, nick }))[0]?.name
    expect(await names(' Ani\n Wijaya ')).toBe('Ani Wijaya')
    expect(await names('***')).toBe('*** 7')
    expect((await names('x'.repeat(300)))?.length).toBe(100)
  })

  test('comes from every page of the server’s', async () => {
    const requests = answersOf(
      ok({ totalPages: 2, data: [COMMENT] }),
      ok({ totalPages: 2, data: [{ ...COMMENT, objectId: 8 }] }),
    )
    expect((await approvedComments(WALINE, '/a/')).map((one) => one.id)).toEqual([id(7), id(8)])
    expect(requests).toHaveLength(2)
  })
})

test.each([
  ['gives no plain text', page({ ...COMMENT, orig: undefined }), 'does not give the plain text of comment 7'],
  ['is not there', new TypeError('fetch failed'), 'does not answer. Start it, or mend "comments.server"'],
  ['fails', new Response('', { status: 502, statusText: 'Bad Gateway' }), 'answers 502 Bad Gateway'],
  ['refuses', Response.json({ errno: 1, errmsg: 'No' }), ': No'],
])('a server that %s stops it, and says why', async (_, answer, message) => {
  answersOf(answer)
  await expect(approvedComments(WALINE, '/a/')).rejects.toThrow(message)
})
