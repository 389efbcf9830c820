import { trustedTypesPolicy } from '#client/trusted-types.ts'
import { baseOf, type Outlet } from './outlet.ts'

const policy = trustedTypesPolicy('saved', {
  createHTML: (html) => html,
  createScriptURL: (url) => url,
})

/** A page that was fetched, to be looked at: nothing in it runs. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html')
}

/** Whether this browser lets a site open pages without the network: only by https, and often not in private windows. */
export function canCopy(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis
}

/** Has the browser open copies where the network fails; false where it won't. */
export async function startWorker({ worker }: Outlet): Promise<boolean> {
  try {
    await navigator.serviceWorker.register(policy.createScriptURL(worker), { updateViaCache: 'none' })
    return true
  } catch {
    return false
  }
}

export async function stopWorker(outlet: Outlet): Promise<void> {
  const scope = new URL(baseOf(outlet), location.href).href
  const found = await navigator.serviceWorker.getRegistration(scope)
  // Where there is none, it may be that of a site around this one.
  if (found?.scope === scope) await found.unregister()
}
