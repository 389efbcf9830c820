import { trustedTypesPolicy } from '#client/trusted-types.ts'

/**
 * Lets Pagefind start its worker, by a plain address as it does, where scripts'
 * addresses must be trusted: that of this site's own and no other. There it
 * compiles WebAssembly, which a page's policy forbids.
 */
trustedTypesPolicy('default', {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, document.baseURI)
    if (origin === location.origin && pathname.endsWith('/pagefind-worker.js')) return address
    throw new TypeError(`${address} is no script of the search`)
  },
})
