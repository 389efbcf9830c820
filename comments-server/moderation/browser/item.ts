import { formatMoment } from '#i18n/format.ts'
import { ageOf } from './age.ts'
import { articleAddress } from './article-address.ts'
import { copyOf, find, part } from './parts.ts'
import type { ModeratedComment } from './server.ts'

export type Action = 'approve' | 'spam' | 'reply' | 'edit' | 'delete'

/** A comment with a button for each action; what a reader wrote is text, its web address no link. */
export function commentItem(
  comment: ModeratedComment,
  actions: readonly Action[],
  act: (action: Action, item: HTMLElement) => void,
): HTMLElement {
  const item = copyOf('comment')
  const { lang } = document.documentElement
  const { timeZone = 'UTC', outlet = '' } = document.body.dataset
  for (const name of ['name', 'email', 'site', 'text'] as const) part(name, item).textContent = comment[name]
  const time = part<HTMLTimeElement>('time', item)
  time.dateTime = comment.at.toISOString()
  time.textContent = `${ageOf(comment.at, new Date(), lang)}, ${formatMoment(comment.at, lang, timeZone)}`
  part('article', item).replaceChildren(articleOf(comment, outlet))
  part('replies', item).hidden = !comment.isReply
  for (const button of item.querySelectorAll<HTMLButtonElement>('[data-action]')) {
    const action = button.dataset.action as Action
    button.hidden = !actions.includes(action)
    button.addEventListener('click', () => act(action, item))
  }
  find('article', item).setAttribute('aria-label', comment.name)
  return item
}

function articleOf({ path }: ModeratedComment, outlet: string): Node {
  const address = articleAddress(path, outlet)
  if (address === undefined) return document.createTextNode(path)
  const link = document.createElement('a')
  link.href = address
  link.textContent = decoded(path)
  link.target = '_blank'
  link.rel = 'noopener'
  link.className = 'underline underline-offset-2'
  return link
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
