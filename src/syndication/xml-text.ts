// What XML 1.0 allows no document to hold, not even escaped (section 2.2), lone surrogates among it.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text without the characters that XML forbids. */
export function cleanXml(text: string): string {
  return text.replace(FORBIDDEN, '')
}

/** A text as it stands in XML or HTML, element or attribute. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return cleanXml(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
