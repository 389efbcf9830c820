import { defineHastPlugin } from 'satteri'

/** Shows HTML that stands in the Markdown as the characters it is made of: nothing of it runs or lays out. */
export const rawHtmlAsText = defineHastPlugin({
  name: 'raw-html-as-text',
  raw(node) {
    // A comment is an author's note to colleagues, not to readers.
    return { type: 'text', value: node.value.replace(/<!--[\s\S]*?-->/g, '') }
  },
})
