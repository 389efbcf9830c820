/* The page's route writes before this DESK, the path of the authors' desk, and LISTS, the front and the page of the reader's lists in each language. */

const BASE = new URL(registration.scope).pathname
const COPIES = `saved ${BASE}`
/** Milliseconds that a reader waits for a page of which there is a copy. Others he waits for as long as he likes. */
const PATIENCE_MS = 6000
const PARTS = ['style', 'script', 'font', 'image']

/** Windows that show a copy: what it needs comes from the copy too, as the site may have other files by now. */
const readers = new Set()
let isSure = false

addEventListener('install', () => skipWaiting())

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (!pathname.startsWith(BASE) || pathname.startsWith(DESK)) return
  // The server's log tells what is fetched ahead from what is read, and a part of a film is no whole one.
  if (request.headers.has('sec-purpose') || request.headers.has('range')) return
  if (request.mode === 'navigate') event.respondWith(openPage(event, pathname))
  else if (PARTS.includes(request.destination)) event.respondWith(openPart(event, pathname))
})

/** Whatever the network answers, an error too; where it is silent, the copy, or the page of the reader's lists. */
async function openPage(event, path) {
  const answering = fetch(event.request).catch(() => undefined)
  const copy = await copyOf(path)
  const answer = await (copy ? Promise.race([answering, pause(PATIENCE_MS)]) : answering)
  if (answer) {
    event.waitUntil(learnFrom(answer, path))
    return answer
  }
  if (copy) {
    readers.add(event.resultingClientId)
    return copy
  }
  readers.add(event.resultingClientId)
  return (await lists(path)) ?? Response.error()
}

async function openPart(event, path) {
  const stored = () => caches.match(path, { cacheName: COPIES })
  if (readers.has(event.clientId)) {
    const copy = await stored()
    if (copy) return copy
  }
  try {
    return await fetch(event.request)
  } catch (error) {
    const copy = await stored()
    if (copy) return copy
    throw error
  }
}

/** A stored page, unless a part of it is missing. */
async function copyOf(path) {
  const stored = await caches.match(path, { cacheName: COPIES })
  if (!stored) return undefined
  const body = await stored.blob()
  if (body.size !== Number(stored.headers.get('X-Copy-Length'))) return undefined
  return new Response(body, { headers: stored.headers })
}

/** The page of the reader's lists, in the language of a path where that is there. */
async function lists(path) {
  const nearest = LISTS.filter(({ front }) => path.startsWith(front))
  nearest.sort((a, b) => b.front.length - a.front.length)
  for (const { list } of [...nearest, ...LISTS]) {
    const copy = await copyOf(list)
    if (copy) return new Response(copy.body, { status: 503, headers: copy.headers })
  }
  return undefined
}

async function learnFrom(answer, path) {
  if ((answer.status === 404 || answer.status === 410) && (await caches.has(COPIES)))
    await (await caches.open(COPIES)).delete(path)
  if (isSure) return
  isSure = true
  await leaveUnlessWanted()
}

/**
 * A browser keeps a worker whose script is no longer there (w3c/ServiceWorker#204): where the outlet has moved or has
 * no such script any more, this one takes itself away, with all copies.
 */
async function leaveUnlessWanted() {
  const own = await fetch(location.href, { method: 'HEAD', cache: 'no-store', redirect: 'manual' }).catch(
    () => undefined,
  )
  if (!own) return
  const isThere = own.ok && /javascript/.test(own.headers.get('Content-Type') ?? '')
  const isGone = own.ok || own.status === 404 || own.status === 410 || own.type === 'opaqueredirect'
  if (isThere || !isGone) return
  await caches.delete(COPIES)
  await registration.unregister()
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms))
}
