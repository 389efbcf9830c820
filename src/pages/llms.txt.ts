import type { APIRoute } from 'astro'
import { chromeOf } from '#i18n/chrome.ts'
import { getEdition } from '#newsroom/edition.ts'
import { writeLlmsTxt } from '#syndication/llms-txt.ts'

export const GET: APIRoute = async (page) => {
  const chrome = chromeOf(page)
  return new Response(writeLlmsTxt(await getEdition(chrome), chrome.site, chrome.links), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
