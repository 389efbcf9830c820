import type { APIRoute } from 'astro'
import { getMainEdition } from '#newsroom/edition.ts'
import { unlessShard } from '#newsroom/page-keys.ts'
import { links, site } from '#site.ts'
import { writeAdsTxt } from '#syndication/ads-txt.ts'
import { writeSecurityTxt } from '#syndication/security-txt.ts'

/** The files that an outlet has if its config says so. */
export async function getStaticPaths() {
  const { at } = await getMainEdition()
  const { ads, security } = site
  const ofAds = ads.sellers.length > 0 ? [{ file: 'ads', text: writeAdsTxt(ads.sellers) }] : []
  const ofSecurity = security
    ? [{ file: '.well-known/security', text: writeSecurityTxt(security, at, site, links) }]
    : []
  return unlessShard(
    [...ofAds, ...ofSecurity].map(({ file, text }) => ({ params: { settings: file }, props: { text } })),
  )
}

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
