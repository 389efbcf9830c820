import { type Block, type BlockTexts, linesPattern, pictureFields } from './block.ts'
import { parsePicture, type Picture, PICTURE_LINE, writePicture } from './picture-line.ts'

/** Pictures that readers swipe through: two or more, one a line. */
export function gallery(texts: BlockTexts): Block {
  return {
    id: 'gallery',
    label: texts.gallery,
    icon: 'gallery_thumbnail',
    fields: [
      { name: 'pictures', label: texts.pictures, widget: 'list', min: 2, fields: pictureFields(texts) },
    ],
    pattern: linesPattern(`${PICTURE_LINE}(?:\\n${PICTURE_LINE})+`),
    fromBlock: ([lines]) => ({ pictures: lines.split('\n').map(parsePicture) }),
    toBlock: ({ pictures = [] }: { pictures?: Picture[] }) =>
      pictures.map(writePicture).filter(Boolean).join('\n'),
  }
}
