import CMS from '@sveltia/cms'
import type { BlockTexts } from './blocks/block.ts'
import { gallery } from './blocks/gallery.ts'
import { picture } from './blocks/picture.ts'
import { pullQuote } from './blocks/pull-quote.ts'
import { table } from './blocks/table.ts'

const DRAFT = ['data', 'draft']
const texts = JSON.parse(document.documentElement.dataset.blocks ?? '{}') as BlockTexts

for (const make of [gallery, picture, pullQuote, table]) {
  const block = make(texts)
  // Sveltia CMS wants a preview, whatever its types say; none is shown.
  CMS.registerEditorComponent({ ...block, toPreview: block.toBlock })
}

// What is new stays with the newsroom until somebody chooses otherwise, but for an entry of live coverage, which is to
// be out at once. A default in the config would make drafts of the articles, too, that are out.
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const isOpen = entry.hasIn(DRAFT) && typeof entry.getIn(DRAFT) !== 'boolean'
    return entry.get('newRecord') && isOpen && entry.get('collection') !== 'live'
      ? entry.setIn(DRAFT, true)
      : entry
  },
})

void CMS.init()
