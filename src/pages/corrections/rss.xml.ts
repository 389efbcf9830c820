import { t } from '#i18n/chrome.ts'
import { getCorrectionsRss } from '#newsroom.ts'
import { links, site } from '#site.ts'

export function GET() {
  return getCorrectionsRss({
    title: `${t.corrections} - ${site.name}`,
    description: t.correctionsIntro,
    page: links.corrections(),
    self: links.correctionsFeed(),
  })
}
