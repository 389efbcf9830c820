import { getEdition } from '#newsroom/edition.ts'
import { links, site } from '#site.ts'
import { writeLlmsTxt } from '#syndication/llms-txt.ts'

export async function GET() {
  return new Response(writeLlmsTxt(await getEdition(), site, links), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
