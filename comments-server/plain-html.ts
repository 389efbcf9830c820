import { html } from './moderation/html.ts'

/** A comment as HTML that shows the characters that were typed, with their line breaks. */
export function plainHtml(text: string): string {
  return html`<p>${text}</p>`.toString().replace(/\r\n?|\n/g, '<br>')
}
