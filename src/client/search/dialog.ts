import '#client/lazy-fragment.ts'
import { fillFromFragment } from '#client/fragment.ts'
import { listenToKeys } from './keyboard.ts'
import { SearchPanel } from './panel.ts'
import { part } from './part.ts'
import { type SearchRequest, shorten, writeRequest } from './request.ts'
import { searchSession } from './session.ts'
import { isShortcutOn, switchShortcut } from './shortcut.ts'

const MOST_RESULTS = 5
const TYPING_PAUSE_MS = 200

/**
 * Makes the form of a `search-dialog` show what it finds as it is typed in.
 * What the results are shown in is fetched from `data-fragment`; rejects when
 * it cannot be.
 */
export async function startDialog(root: HTMLElement) {
  const body = part(root, '[data-body]')
  await fillFromFragment(body, root.dataset.fragment ?? '')

  const dialog = part<HTMLDialogElement>(root, 'dialog')
  const form = part<HTMLFormElement>(root, 'form')
  const field = part<HTMLInputElement>(form, '[name="q"]')
  const panelRoot = part(body, '[data-index]')
  const seeAll = part<HTMLAnchorElement>(body, '[data-see-all]')
  const panel = new SearchPanel(panelRoot, searchSession(panelRoot.dataset.index ?? ''), {
    pageSize: MOST_RESULTS,
    follow(request) {
      field.value = request.query
      field.focus()
      void show()
    },
  })

  const show = async () => {
    const request: SearchRequest = { query: shorten(field.value), filters: {}, sort: 'relevance' }
    seeAll.href = form.action + writeRequest(request)
    seeAll.hidden = true
    remember(request.query)
    const found = await panel.show(request)
    if (found) seeAll.hidden = found.total === 0
  }

  let pause: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(() => void show(), TYPING_PAUSE_MS)
  })
  dialog.addEventListener('close', () => remember(''))
  listenToKeys({ field, root: dialog, leave: () => dialog.close() })

  const shortcut = part<HTMLInputElement>(body, '[data-shortcut]')
  shortcut.checked = isShortcutOn()
  shortcut.addEventListener('change', () => switchShortcut(shortcut.checked))
  await show()
}

/** In the page's entry of the browser's history, so that a reader who comes back finds the search that led on. */
function remember(query: string) {
  history.replaceState({ ...history.state, query: query || undefined }, '')
}
