import { parseHTML } from 'linkedom'
import { onTestFinished, vi } from 'vitest'

const GLOBALS = ['document', 'HTMLElement'] as const

/** For one test, the document that code of the browser finds: a page with this body. */
export function pageOf(body: string, { lang = 'en' } = {}): Document {
  const window = parseHTML(`<!doctype html><html lang="${lang}"><head></head><body>${body}</body></html>`)
  for (const name of GLOBALS) vi.stubGlobal(name, window[name])
  vi.stubGlobal(
    'DOMParser',
    class extends window.DOMParser {
      // A browser makes a document of a fragment; linkedom does not.
      override parseFromString(html: string, type: 'text/html') {
        return super.parseFromString(`<html><head></head><body>${html}</body></html>`, type)
      }
    },
  )
  onTestFinished(() => void vi.unstubAllGlobals())
  return window.document
}

/** For one test, the storage of the browser; it forbids everything where it `isForbidden`. */
export function storageOf(
  held: Record<string, string> = {},
  { isForbidden = false } = {},
): Map<string, string> {
  const items = new Map(Object.entries(held))
  const allowed = () => {
    if (isForbidden) throw new DOMException('', 'SecurityError')
    return items
  }
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => allowed().get(key) ?? null,
    setItem: (key: string, value: string) => void allowed().set(key, value),
    removeItem: (key: string) => void allowed().delete(key),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return items
}

/** For one test, what servers answer to each request in turn, the last answer ever after; returns the requests. */
export function answersOf(...answers: (Response | Error)[]): [url: string, init: RequestInit][] {
  const requests: [string, RequestInit][] = []
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    requests.push([String(url), init])
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (!(answer instanceof Response)) throw answer
    return answer.clone()
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return requests
}
