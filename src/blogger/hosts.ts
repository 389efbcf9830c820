/** Countries whose readers Blogger sent from `blogspot.com` to an address of their own: the same blog. */
const COUNTRIES =
  'ae al am ba be bg bj ca cf ch cl co.at co.id co.il co.ke co.nz co.uk co.za com com.ar com.au com.br com.by ' +
  'com.co com.cy com.ee com.eg com.es com.mt com.ng com.tr com.uy cv cz de dk fi fr gr hk hr hu ie in is it jp kr ' +
  'li lt lu md mk mr mx my nl no pe pt qa re ro rs ru se sg si sk sn td tw ug vn'

const BLOGSPOT = /^(?:www\.)?([\w-]+)\.blogspot\.[a-z.]+$/

/** The addresses at which a blog answers, that one first by which it is known here. */
export function blogAddresses(address: string): string[] {
  const url = URL.parse(/^https?:/.test(address) ? address : `https://${address}`)
  if (!url) return []
  const name = BLOGSPOT.exec(url.hostname)?.[1]
  const others = name ? COUNTRIES.split(' ').map((country) => `https://${name}.blogspot.${country}/`) : []
  return [...new Set([`${url.origin}/`, ...others])]
}
