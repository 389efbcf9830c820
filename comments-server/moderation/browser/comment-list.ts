import type { CommentStatus } from '#i18n/texts.ts'
import { fill } from '#i18n/dictionary.ts'
import { askBeforeDeleting } from './ask-before-deleting.ts'
import { type Action, commentItem } from './item.ts'
import { find, part } from './parts.ts'
import type { ModeratedComment, ModerationServer } from './server.ts'
import { t } from './texts.ts'
import { openWriting } from './writing.ts'

const ACTIONS: Record<CommentStatus, readonly Action[]> = {
  waiting: ['approve', 'spam', 'edit', 'delete'],
  approved: ['spam', 'reply', 'edit', 'delete'],
  spam: ['approve', 'delete'],
}

/** One page of the comments of one status, and what is done to them. */
export class CommentList {
  private root = find('#comments')
  private list = part('list', this.root)
  private empty = part('empty', this.root)
  private retry = part<HTMLButtonElement>('retry', this.root)
  private status: CommentStatus = 'waiting'
  private page = 1
  private server: ModerationServer | undefined
  /** Of the latest request: an answer that comes after it is dropped. */
  private asked = 0

  constructor(
    private say: (text: string) => void,
    private onError: (error: unknown) => void,
  ) {
    for (const tab of this.tabs)
      tab.addEventListener('click', () => void this.show(tab.dataset.status as CommentStatus, 1))
    part('newer', this.root).addEventListener('click', () => void this.turn(-1))
    part('older', this.root).addEventListener('click', () => void this.turn(1))
    this.retry.addEventListener('click', () => void this.show(this.status, this.page))
  }

  async open(server: ModerationServer) {
    this.server = server
    this.root.hidden = false
    await this.show('waiting', 1)
  }

  close() {
    this.server = undefined
    this.asked += 1
    this.root.hidden = true
    this.list.replaceChildren()
  }

  private async turn(by: -1 | 1) {
    await this.show(this.status, this.page + by)
    find('h1').focus()
  }

  private async show(status: CommentStatus, page: number) {
    this.say(t.loading)
    if (await this.load(status, page)) this.say('')
  }

  /** Whether it came; what stands there stays if not. */
  private async load(status: CommentStatus, page: number): Promise<boolean> {
    const asked = ++this.asked
    try {
      const answer = await this.server?.list(status, page)
      if (!answer || asked !== this.asked) return false
      // The last comment of the last page is gone.
      if (answer.comments.length === 0 && page > 1) return await this.load(status, Math.max(1, answer.pages))
      this.status = status
      this.page = page
      this.list.replaceChildren(...answer.comments.map((comment) => this.itemOf(comment)))
      this.empty.textContent = answer.comments.length === 0 ? t.empty[status] : ''
      this.retry.hidden = true
      this.showTabs(answer)
      this.showPages(answer.pages)
      return true
    } catch (error) {
      if (asked !== this.asked) return false
      this.retry.hidden = false
      this.onError(error)
      return false
    }
  }

  private itemOf(comment: ModeratedComment): HTMLElement {
    return commentItem(comment, ACTIONS[this.status], (action, item) => void this.act(action, comment, item))
  }

  private async act(action: Action, comment: ModeratedComment, item: HTMLElement) {
    const { server } = this
    if (!server) return
    const { name } = comment
    if (action === 'approve')
      await this.change(item, fill(t.done.approved, { name }), () => server.setStatus(comment, 'approved'))
    else if (action === 'spam')
      await this.change(item, fill(t.done.spam, { name }), () => server.setStatus(comment, 'spam'))
    else if (action === 'delete') {
      if (await askBeforeDeleting(name))
        await this.change(item, fill(t.done.deleted, { name }), () => server.delete(comment))
    } else if (action === 'reply')
      openWriting(item, {
        label: t.replyText,
        button: t.sendReply,
        text: '',
        onDone: (text) =>
          this.change(item, fill(t.done.replied, { name }), () => server.reply(comment, text)),
      })
    else
      openWriting(item, {
        label: t.editText,
        button: t.save,
        text: comment.text,
        onDone: (text) => this.change(item, fill(t.done.edited, { name }), () => server.edit(comment, text)),
      })
  }

  /** Does it, shows the list as it is then, and puts the focus where the comment was. */
  private async change(item: HTMLElement, done: string, change: () => Promise<void>) {
    const place = [...this.list.children].indexOf(item)
    this.say('')
    this.busy(item, true)
    try {
      await change()
    } catch (error) {
      this.busy(item, false)
      return this.onError(error)
    }
    if (!(await this.load(this.status, this.page))) return
    this.say(done)
    const next = this.list.children[Math.min(place, this.list.children.length - 1)]
    const button = next?.querySelector<HTMLElement>('[data-action]:not([hidden])')
    ;(button ?? find('h1')).focus()
  }

  private busy(item: HTMLElement, busy: boolean) {
    for (const button of item.querySelectorAll<HTMLButtonElement>('[data-action]')) button.disabled = busy
  }

  private showTabs({ waiting, spam }: { waiting: number; spam: number }) {
    const counts: Record<CommentStatus, number | undefined> = { waiting, approved: undefined, spam }
    for (const tab of this.tabs) {
      const status = tab.dataset.status as CommentStatus
      tab.setAttribute('aria-pressed', String(status === this.status))
      const count = counts[status]
      part('count', tab).textContent = count === undefined ? '' : `(${count})`
    }
  }

  private showPages(pages: number) {
    part('pages', this.root).hidden = pages <= 1
    part('page', this.root).textContent = fill(t.pageOf, { page: this.page, pages })
    part<HTMLButtonElement>('newer', this.root).disabled = this.page <= 1
    part<HTMLButtonElement>('older', this.root).disabled = this.page >= pages
  }

  private get tabs() {
    return this.root.querySelectorAll<HTMLButtonElement>('[data-status]')
  }
}
