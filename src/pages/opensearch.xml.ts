import type { APIRoute } from 'astro'
import { chromeOf } from '#i18n/chrome.ts'
import { writeOpenSearch } from '#syndication/open-search.ts'

export const GET: APIRoute = (page) => {
  const { links, site, t } = chromeOf(page)
  return new Response(writeOpenSearch(t.searchIntro, site, links), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
}
