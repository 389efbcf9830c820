import { CommentForm } from './form.ts'
import { commentItem } from './item.ts'
import { CommentServer, type LiveComment } from './server.ts'

/**
 * The comments that the server at `data-server` holds for `data-path`, below
 * those that stand in the page, and the form. Texts come from the page, in
 * `data-text-*`.
 */
class CommentThread extends HTMLElement {
  private server = new CommentServer(this.dataset.server ?? '', this.dataset.path ?? '')
  private page = 0

  private status = this.find<HTMLElement>('[data-status]')
  private list = this.find<HTMLElement>('[data-live]')
  private more = this.find<HTMLButtonElement>('[data-more]')
  private retry = this.find<HTMLButtonElement>('[data-retry]')
  private template = this.find<HTMLTemplateElement>('template[data-comment-template]')
  private formTemplate = this.find<HTMLTemplateElement>('template[data-form-template]')
  private form: CommentForm | undefined

  connectedCallback() {
    this.more.addEventListener('click', () => void this.load())
    this.retry.addEventListener('click', () => void this.load())
    void this.load()
  }

  private async load() {
    this.say('loading')
    this.retry.hidden = true
    try {
      const { comments, hasMore } = await this.server.list(this.page + 1)
      this.page += 1
      const first = comments.map((comment) => this.show(comment))[0]
      this.more.hidden = !hasMore
      if (this.page > 1) first?.querySelector<HTMLElement>('[data-part="reply"]')?.focus()
      this.form ??= this.openForm()
      this.say(this.section.querySelector('[data-comment]') ? '' : 'none')
    } catch (error) {
      console.error(error)
      this.say('unavailable')
      this.retry.hidden = false
    }
  }

  /** Its place in the page, where it may stand already: in the article's file, or since it was sent. */
  private show(comment: LiveComment): HTMLElement {
    const parent = comment.parent === undefined ? undefined : this.itemOf('served', comment.parent)
    const root = parent && rootOf(parent)
    const known = this.itemOf('comment', comment.kept)
    const item =
      known ?? commentItem(this.template, comment, parent && parent !== root ? nameIn(parent) : undefined)
    item.dataset.served = comment.id
    if (!known) (root ? partOf(root, 'replies') : this.list)?.append(item)
    const reply = partOf(item, 'reply')
    if (reply && !comment.waiting && this.dataset.closed === undefined) {
      reply.hidden = false
      reply.onclick = () => {
        const place = partOf(item, 'form-place')
        const rootId = rootOf(item).dataset.served ?? comment.id
        if (place) this.form?.answer({ id: comment.id, root: rootId }, nameIn(item), place)
      }
    }
    return item
  }

  private openForm(): CommentForm | undefined {
    if (this.dataset.closed !== undefined) return undefined
    this.formTemplate.before(this.formTemplate.content.cloneNode(true))
    const root = this.find<HTMLElement>('[data-comment-form]')
    return new CommentForm(
      root,
      this.server,
      (text, values) => this.say(text, values, root.querySelector<HTMLElement>('[data-form-status]')),
      (comment) => {
        this.say('')
        this.show(comment)
      },
    )
  }

  private say(
    text: string,
    values: Record<string, string | number> = {},
    place: HTMLElement | null = this.status,
  ) {
    const wanted = this.getAttribute(`data-text-${text}`) ?? ''
    if (place)
      place.textContent = wanted.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }

  /** By its `id` in the article's file, or by the server's. */
  private itemOf(by: 'comment' | 'served', id: string): HTMLElement | undefined {
    return [...this.section.querySelectorAll<HTMLElement>('[data-comment]')].find(
      ({ dataset }) => dataset[by] === id,
    )
  }

  private get section(): Element {
    return this.closest('section') ?? this
  }

  private find<T extends Element>(selector: string): T {
    const element = this.querySelector<T>(selector)
    if (!element) throw new Error(`comment-thread lacks ${selector}`)
    return element
  }
}

function rootOf(item: HTMLElement): HTMLElement {
  return item.parentElement?.closest<HTMLElement>('[data-comment]') ?? item
}

function nameIn(item: HTMLElement): string {
  return partOf(item, 'name')?.textContent ?? ''
}

/** A comment's own part, which stands before those of its replies. */
function partOf(item: HTMLElement, name: string): HTMLElement | null {
  return item.querySelector<HTMLElement>(`[data-part="${name}"]`)
}

customElements.define('comment-thread', CommentThread)
