import { directionOf } from '#domain/language.ts'
import { escapeXml } from './xml-text.ts'

interface WebDeskPage {
  title: string
  /** BCP 47 */
  lang: string
  /** What may be loaded, as a `content-security-policy`. */
  policy: string
  icon: string
  /** Address of the forms. */
  config: string
  /** Address of the program. */
  script: string
  /** Texts of the editor's blocks, as JSON. */
  blocks: string
  needsScripts: string
}

/** The page of the desk, whose script makes all that is seen; in HTML of its own, as Astro's pages have the readers' policy. */
export function writeWebDeskPage(page: WebDeskPage): string {
  const { title, lang, policy, icon, config, script, blocks, needsScripts } = Object.fromEntries(
    Object.entries(page).map(([name, text]) => [name, escapeXml(text)]),
  ) as unknown as WebDeskPage
  return `<!DOCTYPE html>
<html lang="${lang}" dir="${directionOf(lang)}" data-blocks="${blocks}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="cms-config-url" type="application/json" href="${config}">
<script type="module" src="${script}"></script>
</head>
<body>
<noscript>${needsScripts}</noscript>
</body>
</html>
`
}
