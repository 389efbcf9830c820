import { describe, expect, test } from 'vitest'
import { answersOf, pageOf } from '../../../tests/support/dom.ts'
import { CommentServer, Refusal } from './server.ts'

const server = () => new CommentServer('https://comments.example/base/', '/city/flood/')
const NOON = Date.parse('2025-07-06T12:00:00Z')
const GIVEN = { objectId: 7, nick: 'Ani', orig: 'Yes.', time: NOON, status: 'approved' }
const ok = (data: unknown) => Response.json({ errno: 0, errmsg: '', data })
const page = (data: unknown, totalPages = 1) => ok({ data, totalPages })

describe('a page of comments', () => {
  test('is asked for by the page’s path, without credentials', async () => {
    const requests = answersOf(page([]))
    await server().list(2)
    const [[address, init] = ['', {}]] = requests
    const { pathname, searchParams } = new URL(address)
    expect(pathname).toBe('/base/api/comment')
    expect(Object.fromEntries(searchParams)).toMatchObject({ path: '/city/flood/', page: '2' })
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'origin' })
  })

  test('has each comment before those that answer it, oldest first', async () => {
    const answer = (objectId: number, time: number) => ({ ...GIVEN, objectId, pid: 7, time })
    const children = [answer(12, NOON), answer(9, NOON), answer(10, NOON - 1)]
    answersOf(
      page([
        { ...GIVEN, children },
        { ...GIVEN, objectId: 8 },
      ]),
    )
    const { comments } = await server().list(1)
    expect(comments.map(({ id, parent }) => [id, parent])).toEqual([
      ['7', undefined],
      ['10', '7'],
      ['9', '7'],
      ['12', '7'],
      ['8', undefined],
    ])
  })

  test.each([
    [1, 3, true],
    [3, 3, false],
    [1, 0, false],
  ])('%i of %i has more after it: %s', async (number, total, hasMore) => {
    answersOf(page([], total))
    expect((await server().list(number)).hasMore).toBe(hasMore)
  })

  test.each([[null], [{}], [{ data: 'x' }], ['text']])('of %j is an empty one', async (data) => {
    answersOf(ok(data))
    expect((await server().list(1)).comments).toEqual([])
  })
})

describe('a comment', () => {
  const read = async (fields: object) => {
    answersOf(page([{ ...GIVEN, ...fields }]))
    const [comment] = (await server().list(1)).comments
    return comment
  }

  test('is text, with its moment and the name that it has in the article’s file', async () => {
    expect(await read({})).toEqual({
      id: '7',
      kept: `7-${(NOON / 1000).toString(36)}`,
      parent: undefined,
      name: 'Ani',
      site: undefined,
      text: 'Yes.',
      at: new Date(NOON),
      waiting: false,
    })
  })

  test.each([
    ['https://ani.example', 'https://ani.example/'],
    ['HTTP://ani.example/a', 'http://ani.example/a'],
    ['javascript:alert(1)', undefined],
    ['ani.example', undefined],
    ['https://', undefined],
    [7, undefined],
  ])('by somebody of %s links to %s', async (link, site) => {
    expect((await read({ link }))?.site).toBe(site)
  })

  test.each([
    ['approved', false],
    ['waiting', true],
    ['spam', true],
  ])('that is %s waits: %s', async (status, waiting) => {
    expect((await read({ status }))?.waiting).toBe(waiting)
  })

  test('of a server that gives HTML alone is its text', async () => {
    pageOf('')
    expect((await read({ orig: undefined, comment: '<p>One</p><p>two<script>x</script></p>' }))?.text).toBe(
      'One\n\ntwo',
    )
  })
})

describe('sending a comment', () => {
  const draft = { name: 'Ani', email: 'ani@x.example', site: '', text: 'Yes.' }

  test('gives the server what it asks for, and the thread that is answered', async () => {
    const requests = answersOf(ok({ ...GIVEN, objectId: 9 }))
    const sent = await server().send({ ...draft, parent: { id: '7', root: '5' } })
    expect(sent).toMatchObject({ id: '9', parent: '7' })
    const [[, init] = ['', {}]] = requests
    expect(init.method).toBe('POST')
    expect(JSON.parse(String(init.body))).toEqual({
      ...{ url: '/city/flood/', nick: 'Ani', mail: 'ani@x.example', link: '', comment: 'Yes.', ua: '' },
      ...{ pid: 7, rid: 5 },
    })
  })

  test.each([
    ['Comment too fast!', 'tooFast'],
    ['Duplicate Content', 'duplicate'],
    ['The comment is too long.', 'tooLong'],
    ['An e-mail address is needed.', 'emailRefused'],
    ['Anything else', 'refused'],
  ])('is refused by "%s" as %s', async (errmsg, reason) => {
    answersOf(Response.json({ errno: 1000, errmsg }))
    await expect(server().send(draft)).rejects.toEqual(new Refusal(reason as Refusal['reason']))
  })

  test.each([
    [400, 'refused'],
    [403, 'refused'],
    [413, 'tooLong'],
    [429, 'tooFast'],
  ])('is refused by the status %i as %s', async (status, reason) => {
    answersOf(new Response('', { status }))
    await expect(server().send(draft)).rejects.toEqual(new Refusal(reason as Refusal['reason']))
  })

  test.each([
    ['a server that fails', new Response('', { status: 502 })],
    ['a server that is not there', new TypeError('fetch failed')],
    ['another thing than a comment server', new Response('<html>')],
  ])('fails with %s', async (_, answer) => {
    answersOf(answer)
    const fault = await server()
      .send(draft)
      .catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Error)
    expect(fault).not.toBeInstanceOf(Refusal)
  })
})
