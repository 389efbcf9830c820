import { links } from '#site.ts'

export function GET() {
  const lines = [
    'User-agent: *',
    'Allow: /',
    `Disallow: ${links.fragments()}`,
    '',
    `Sitemap: ${links.absolute(links.sitemap())}`,
    '',
  ]
  return new Response(lines.join('\n'))
}
