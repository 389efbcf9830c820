import { type SearchRequest, writeRequest } from './request.ts'

/**
 * Puts a request into the address. While a reader types it is one step of the
 * history, however long it takes; what was submitted before stays a step that
 * the back button returns to.
 */
export function record(request: SearchRequest, { typing }: { typing: boolean }) {
  const wanted = writeRequest(request)
  const address = wanted || location.pathname
  const state = typing ? { typing } : null
  const isTyped = history.state?.typing === true
  const isSame = wanted === location.search
  if (isTyped || isSame) history.replaceState(state, '', address)
  else history.pushState(state, '', address)
}
