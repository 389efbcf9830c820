import { EMPTY_POLICY, writePolicy } from '#domain/content-policy.ts'
import type { Direction } from '#domain/language.ts'
import { escapeXml } from './xml-text.ts'

interface Redirect {
  /** Path on this site: it works on a preview server too. */
  to: string
  /** The same, absolute. */
  canonical: string
  /** BCP 47, of the texts. */
  lang: string
  /** Absent for what runs from left to right. */
  dir?: Direction | undefined
  title: string
  text: string
}

/** An HTML page that leads on at once, and by a link where that is switched off. */
export function writeRedirect({ to, canonical, lang, dir, title, text }: Redirect): string {
  const href = escapeXml(to)
  return `<!DOCTYPE html>
<html lang="${escapeXml(lang)}"${dir ? ` dir="${dir}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${escapeXml(writePolicy(EMPTY_POLICY))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<meta http-equiv="refresh" content="0; url=${href}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeXml(canonical)}">
</head>
<body>
<main><h1>${escapeXml(title)}</h1><p><a href="${href}">${escapeXml(text)}</a></p></main>
</body>
</html>
`
}
