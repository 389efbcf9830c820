import { defineHastPlugin } from 'satteri'

/** `lang` and `dir` of an element. */
interface Marks {
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** What tells the labels of a body from its text, where the two are in different languages. */
export interface LabelMarks {
  label: Marks
  /** Of the text, where it stands in an element that a label names. */
  text: Marks
}

/** Of labels in the language of the text. */
export const UNMARKED: LabelMarks = { label: {}, text: {} }

/** What Sätteri calls the heading of the footnotes. */
export const FOOTNOTES_ID = 'footnote-label'

/** Marks the heading of the footnotes and the links back from them, which come with their labels. */
export function markedFootnotes({ label }: LabelMarks) {
  return defineHastPlugin({
    name: 'marked-footnotes',
    element: {
      filter: ['h2', 'a'],
      visit(node, ctx) {
        const { id, dataFootnoteBackref } = node.properties
        if (id !== FOOTNOTES_ID && dataFootnoteBackref === undefined) return
        for (const [name, value] of Object.entries(label)) ctx.setProperty(node, name, value)
      },
    },
  })
}
