import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { pageOf, storageOf } from '../../../tests/support/dom.ts'
import { CommentForm } from './form.ts'
import { type CommentServer, type Draft, type LiveComment, Refusal } from './server.ts'

const FIELDS = ['text', 'name', 'email', 'site', 'trap', 'remember']
const BODY = `<ol><li data-comment="7"><button data-part="reply" id="reply"></button><div id="place"></div></li></ol>
  <div id="root"><h3 data-part="form-heading" data-reply-to="To {name}" data-leave-reply="Leave a reply"></h3>
  <button data-part="cancel" hidden></button><form data-needed="Needed">
  ${FIELDS.map((name) => `<input name="${name}">`).join('')}<button type="submit"></button></form></div>`
const SENT: LiveComment = { id: '9', kept: '9-x', name: 'Ani', text: 'Yes.', at: new Date(0), waiting: false }

/** A form in a page, with what linkedom lacks of a browser's: named fields, their values, and what they say is wrong. */
function formOf(answer: LiveComment | Error = SENT) {
  const document = pageOf(BODY)
  const form = document.querySelector('form') as HTMLFormElement
  const fields = new Map(
    FIELDS.map((name) => {
      const field = form.querySelector(`[name="${name}"]`) as HTMLInputElement
      const complaints: string[] = []
      const setCustomValidity = (text: string) => void complaints.push(text)
      return [name, Object.assign(field, { complaints, setCustomValidity })] as const
    }),
  )
  for (const field of fields.values())
    for (const [key, value] of Object.entries({ value: '', checked: false }))
      Object.defineProperty(field, key, { value, writable: true })
  Object.defineProperty(form, 'elements', { value: { namedItem: (name: string) => fields.get(name) } })
  form.reportValidity = () => false
  const drafts: Draft[] = []
  const server = {
    send: async (draft: Draft) => {
      drafts.push(draft)
      if (answer instanceof Error) throw answer
      return answer
    },
  } as unknown as CommentServer
  const said: unknown[][] = []
  const shown: LiveComment[] = []
  const root = document.querySelector('#root') as HTMLElement
  const made = new CommentForm(
    root,
    server,
    (...words) => said.push(words),
    (comment) => shown.push(comment),
  )
  const fill = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) (fields.get(name) as HTMLInputElement).value = value
  }
  const submit = async () => {
    const EventOfPage = document.defaultView?.Event ?? Event
    form.dispatchEvent(new EventOfPage('submit', { cancelable: true }))
    await new Promise((done) => setTimeout(done))
  }
  return { document, form: made, root, fields, drafts, said, shown, fill, submit }
}

const WRITTEN = { text: ' Yes. ', name: 'Ani', email: 'ani@x.example' }

describe('a comment', () => {
  beforeEach(() => void storageOf())

  test('is sent as it was written, and shown', async () => {
    const { fill, submit, drafts, shown, said, fields } = formOf()
    fill(WRITTEN)
    await submit()
    expect(drafts).toEqual([
      { text: 'Yes.', name: 'Ani', email: 'ani@x.example', site: '', parent: undefined },
    ])
    expect(shown).toEqual([SENT])
    expect(said.map(([words]) => words)).toEqual(['sending', 'sent'])
    expect(fields.get('text')?.value).toBe('')
  })

  test('that waits for the outlet is said to', async () => {
    const { fill, submit, said } = formOf({ ...SENT, waiting: true })
    fill(WRITTEN)
    await submit()
    expect(said.at(-1)).toEqual(['sentWaiting'])
  })

  test.each([
    ['text', { ...WRITTEN, text: '  ' }],
    ['name', { ...WRITTEN, name: '' }],
    ['email', { ...WRITTEN, email: '' }],
  ])('is not sent without its %s, where the browser says so', async (name, values) => {
    const { fill, submit, drafts, fields } = formOf()
    fill(values)
    await submit()
    expect(drafts).toEqual([])
    expect(fields.get(name)?.complaints).toEqual(['Needed'])
  })

  test.each([
    ['of a program that fills every field', { ...WRITTEN, trap: 'x' }, ['trapped']],
    [
      'that is too long',
      { ...WRITTEN, text: 'x'.repeat(10_001) },
      ['tooLong', { length: 10_001, most: 10_000 }],
    ],
  ])('%s is not sent, and the form says why', async (_, values, words) => {
    const { fill, submit, drafts, said } = formOf()
    fill(values)
    await submit()
    expect([drafts, said]).toEqual([[], [words]])
  })

  test('that the server refuses stays in the form, with the reason', async () => {
    const { fill, submit, said, shown, fields } = formOf(new Refusal('duplicate'))
    fill(WRITTEN)
    await submit()
    expect(said.at(-1)?.[0]).toBe('duplicate')
    expect([shown, fields.get('text')?.value]).toEqual([[], WRITTEN.text])
  })

  test('stays there too where the server is not there', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => void vi.restoreAllMocks())
    const { fill, submit, said, fields } = formOf(new TypeError('fetch failed'))
    fill(WRITTEN)
    await submit()
    expect([said.at(-1)?.[0], fields.get('text')?.value]).toEqual(['failed', WRITTEN.text])
  })
})

describe('an answer', () => {
  beforeEach(() => void storageOf())
  const answering = () => {
    const all = formOf()
    const place = all.document.querySelector('#place') as HTMLElement
    all.form.answer({ id: '7', root: '5' }, 'Budi', place)
    const heading = all.root.querySelector('h3')
    return { ...all, place, heading: () => heading?.textContent }
  }

  test('is written below the comment that it answers, and sent as such', async () => {
    const { place, root, heading, fill, submit, drafts } = answering()
    expect(place.contains(root)).toBe(true)
    expect(heading()).toBe('To Budi')
    fill(WRITTEN)
    await submit()
    expect(drafts[0]?.parent).toEqual({ id: '7', root: '5' })
  })

  test('once sent or cancelled, the form is where it was', async () => {
    const { document, place, root, heading, fill, submit, drafts } = answering()
    const EventOfPage = document.defaultView?.Event ?? Event
    root.querySelector('[data-part="cancel"]')?.dispatchEvent(new EventOfPage('click'))
    expect([place.contains(root), heading()]).toEqual([false, 'Leave a reply'])
    fill(WRITTEN)
    await submit()
    expect(drafts[0]?.parent).toBeUndefined()
  })
})

describe('who writes', () => {
  test('is remembered on the device where the reader wants it', async () => {
    const items = storageOf()
    const { fill, submit, fields } = formOf()
    fill({ ...WRITTEN, site: 'https://ani.example/' })
    Object.assign(fields.get('remember') ?? {}, { checked: true })
    await submit()
    expect(JSON.parse(items.get('comment-writer') ?? '')).toEqual({
      name: 'Ani',
      email: 'ani@x.example',
      site: 'https://ani.example/',
    })
  })

  test('stands in the form the next time', () => {
    storageOf({ 'comment-writer': '{"name":"Ani","email":"ani@x.example"}' })
    const { fields } = formOf()
    expect([fields.get('name')?.value, fields.get('email')?.value, fields.get('remember')?.checked]).toEqual([
      'Ani',
      'ani@x.example',
      true,
    ])
  })

  test('is forgotten where the reader does not', async () => {
    const items = storageOf({ 'comment-writer': '{"name":"Ani"}' })
    const { fill, submit, fields } = formOf()
    fill(WRITTEN)
    Object.assign(fields.get('remember') ?? {}, { checked: false })
    await submit()
    expect(items.size).toBe(0)
  })
})
