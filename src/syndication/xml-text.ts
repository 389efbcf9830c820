// What XML 1.0 allows no document to hold, not even escaped (section 2.2), lone surrogates among it.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text without the characters that XML forbids. */
export function cleanXml(text: string): string {
  return text.replace(FORBIDDEN, '')
}

/** A text as it stands in XML or HTML, element or attribute. */
export function escapeXml(text: string): string {
  return cleanXml(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/**
 * Takes texts through a library that writes XML without a change to any:
 * `hide` gives a token to hand over in the text's place, `reveal` puts the
 * texts, clean and escaped, where the tokens stand in what the library wrote.
 * Libraries let characters pass that XML forbids, trim, turn "007" into 7 or
 * CDATA into plain text (withastro/astro#5677).
 */
export function hiddenTexts() {
  const texts: string[] = []
  return {
    hide: (text: string) => `\ue000${texts.push(text) - 1}\ue001`,
    reveal: (xml: string) =>
      xml.replace(/\ue000(\d+)\ue001/g, (_token, index: string) => escapeXml(texts[Number(index)] ?? '')),
  }
}
