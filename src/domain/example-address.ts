/** Names that belong to nobody (RFC 2606, RFC 6761), and those of the machine itself. */
const EXAMPLE = /(?:^|\.)(?:example|localhost|example\.(?:com|net|org))$/
const OWN_MACHINE = /^(?:127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/

/** Whether an address with http, https or mailto leads nowhere but to an example, or to the reader's own machine. */
export function isExampleAddress(address: string): boolean {
  const url = /^(?:https?|mailto):/i.test(address) ? URL.parse(address) : null
  if (!url) return false
  const host =
    url.protocol === 'mailto:' ? url.pathname.slice(url.pathname.lastIndexOf('@') + 1) : url.hostname
  const name = host.toLowerCase().replace(/\.$/, '')
  return EXAMPLE.test(name) || OWN_MACHINE.test(name)
}
