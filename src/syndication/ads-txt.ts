import type { Seller } from '#domain/machine-settings.ts'

/** Who may sell the outlet's advertising: https://iabtechlab.com/ads-txt/, version 1.1. */
export function writeAdsTxt(sellers: readonly Seller[]): string {
  const lines = sellers.map(({ domain, account, relationship, authority }) =>
    [domain, account, relationship, ...(authority ? [authority] : [])].join(', '),
  )
  return `${lines.join('\n')}\n`
}
