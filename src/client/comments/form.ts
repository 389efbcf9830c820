import { type CommentServer, type Draft, type LiveComment, Refusal } from './server.ts'
import { forget, remember, remembered } from './remembered-writer.ts'

const LONGEST_TEXT = 10_000

type Say = (text: string, values?: Record<string, string | number>) => void

/** The reply form: below the comments, or below the one that is answered. */
export class CommentForm {
  private parent: Draft['parent']
  private home: Comment

  constructor(
    private root: HTMLElement,
    private server: CommentServer,
    private say: Say,
    private onSent: (comment: LiveComment) => void,
  ) {
    this.home = document.createComment('')
    root.before(this.home)
    for (const [name, value] of Object.entries(remembered())) this.field(name).value = value
    this.remembers.checked = this.field('name').value !== ''
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.send()
    })
    this.form.addEventListener('input', (event) => {
      if (event.target instanceof HTMLElement && 'setCustomValidity' in event.target)
        (event.target as HTMLInputElement).setCustomValidity('')
    })
    this.cancel.addEventListener('click', () => this.goHome())
  }

  /** Moves below a comment to answer it; what is typed comes along. */
  answer(parent: { id: string; root: string }, name: string, place: HTMLElement) {
    this.parent = parent
    const { heading } = this
    heading.textContent = (heading.dataset.replyTo ?? '').replace('{name}', () => name)
    this.cancel.hidden = false
    place.append(this.root)
    this.field('text').focus()
  }

  private goHome() {
    const answered = this.root.closest('[data-comment]')
    this.parent = undefined
    this.heading.textContent = this.heading.dataset.leaveReply ?? ''
    this.cancel.hidden = true
    this.home.after(this.root)
    answered?.querySelector<HTMLElement>('[data-part="reply"]')?.focus()
  }

  private async send() {
    const value = (name: string) => this.field(name).value.trim()
    for (const name of ['text', 'name', 'email']) {
      if (value(name) !== '') continue
      this.field(name).setCustomValidity(this.form.dataset.needed ?? '')
      this.form.reportValidity()
      return
    }
    const text = value('text')
    if (value('trap') !== '') return this.say('trapped')
    if (text.length > LONGEST_TEXT) {
      this.field('text').focus()
      return this.say('tooLong', { length: text.length, most: LONGEST_TEXT })
    }
    const writer = { name: value('name'), email: value('email'), site: value('site') }
    this.submit.disabled = true
    this.say('sending')
    try {
      const sent = await this.server.send({ ...writer, text, parent: this.parent })
      if (this.remembers.checked) remember(writer)
      else forget()
      this.field('text').value = ''
      if (this.parent) this.goHome()
      this.onSent(sent)
      this.say(sent.waiting ? 'sentWaiting' : 'sent')
    } catch (error) {
      if (!(error instanceof Refusal)) {
        console.error(error)
        this.say('failed')
      } else this.say(error.reason, { length: text.length, most: LONGEST_TEXT })
    } finally {
      this.submit.disabled = false
    }
  }

  private field(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement
  }

  private get form() {
    return this.root.querySelector('form') as HTMLFormElement
  }

  private get heading() {
    return this.root.querySelector('[data-part="form-heading"]') as HTMLElement
  }

  private get cancel() {
    return this.root.querySelector('[data-part="cancel"]') as HTMLButtonElement
  }

  private get submit() {
    return this.form.querySelector('[type="submit"]') as HTMLButtonElement
  }

  private get remembers() {
    return this.field('remember')
  }
}
