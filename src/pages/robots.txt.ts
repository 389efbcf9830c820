import { madeFor } from '#made-for.ts'
import { links } from '#site.ts'

export function GET() {
  const closed = ['User-agent: *', 'Disallow: /', '']
  const open = [
    'User-agent: *',
    'Allow: /',
    `Disallow: ${links.fragments()}`,
    '',
    `Sitemap: ${links.absolute(links.sitemap())}`,
    `Sitemap: ${links.absolute(links.newsSitemap())}`,
    '',
  ]
  return new Response((madeFor === 'preview' ? closed : open).join('\n'))
}
