import type { EditorComponentDefinition, Field } from '@sveltia/cms'
import type { WebDeskTexts } from '#i18n/web-desk/texts.ts'

/** A part of a text that authors fill in as a form, and that the editor leaves as it is. */
export type Block = EditorComponentDefinition

export type BlockTexts = WebDeskTexts['blocks']

/** The fields of a picture. */
export function pictureFields({ src, alt, caption, credit }: BlockTexts): Field[] {
  return [
    { name: 'src', label: src, widget: 'image', choose_url: false },
    { name: 'alt', label: alt, widget: 'string' },
    { name: 'caption', label: caption, widget: 'string', required: false },
    { name: 'credit', label: credit, widget: 'string', required: false },
  ]
}

/** Lines that follow one another from the start of one, as a block's pattern: Sveltia CMS tells it by the flag. */
export function linesPattern(source: string, flags = ''): RegExp {
  return new RegExp(`^${source}$`, `m${flags}`)
}
