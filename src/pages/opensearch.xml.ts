import { t } from '#i18n/chrome.ts'
import { links, site } from '#site.ts'
import { writeOpenSearch } from '#syndication/open-search.ts'

export function GET() {
  return new Response(writeOpenSearch(t.searchIntro, site, links), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
}
