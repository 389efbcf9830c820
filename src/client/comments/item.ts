import { formatMoment } from '#i18n/format.ts'
import { commentElementId } from './comment-id.ts'
import { initialsOf } from './initials.ts'
import type { LiveComment } from './server.ts'

const FOLDED_AT = 1500

/** A copy of the page's template with a comment in it, everything as text. `answers` names whom it replies to. */
export function commentItem(
  template: HTMLTemplateElement,
  comment: LiveComment,
  answers?: string,
): HTMLElement {
  const item = (template.content.cloneNode(true) as DocumentFragment).querySelector('li')
  if (!item) throw new Error('The template of a comment holds no list item')
  const part = <T extends HTMLElement>(name: string) => item.querySelector<T>(`[data-part="${name}"]`)
  const put = (name: string, text: string) => {
    const element = part(name)
    if (element) element.textContent = text
  }
  item.dataset.comment = comment.kept
  item.id = commentElementId(comment.kept)
  put('initials', initialsOf(comment.name))
  put('name', comment.name)
  linkName(part('name'), comment.site)
  const time = part<HTMLTimeElement>('time')
  if (time) {
    time.dateTime = comment.at.toISOString()
    time.textContent = formatMoment(comment.at, document.documentElement.lang, time.dataset.timeZone ?? 'UTC')
  }
  part('waiting')?.toggleAttribute('hidden', !comment.waiting)
  const answered = part('answers')
  if (answered && answers) {
    answered.textContent = (answered.dataset.text ?? '').replace('{name}', () => answers)
    answered.hidden = false
  }
  const text = part('text')
  if (text) fold(text, comment.text, part('whole'))
  return item
}

function linkName(name: HTMLElement | null, site: string | undefined) {
  if (!name || !site) return
  const link = document.createElement('a')
  link.href = site
  link.rel = 'nofollow ugc noopener noreferrer'
  link.textContent = name.textContent
  link.className = 'underline underline-offset-2'
  name.replaceChildren(link)
}

/** Shows the start of a very long text, and the whole of it at the reader's wish. */
function fold(element: HTMLElement, text: string, whole: HTMLElement | null) {
  element.textContent = text
  if (text.length <= FOLDED_AT || !whole) return
  // Not between the halves of a character.
  element.textContent = `${text.slice(0, FOLDED_AT).replace(/[\ud800-\udbff]$/, '')} …`
  whole.hidden = false
  whole.addEventListener('click', () => {
    element.textContent = text
    whole.hidden = true
    element.tabIndex = -1
    element.focus()
  })
}
