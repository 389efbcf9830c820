import { type Block, type BlockTexts, linesPattern, pictureFields } from './block.ts'
import { parsePicture, PICTURE_LINE, writePicture } from './picture-line.ts'

/** A picture with its caption. */
export function picture(texts: BlockTexts): Block {
  return {
    id: 'picture',
    label: texts.picture,
    icon: 'image',
    trigger: 'button',
    fields: pictureFields(texts),
    pattern: linesPattern(PICTURE_LINE),
    fromBlock: ([line]) => ({ ...parsePicture(line) }),
    toBlock: writePicture,
  }
}
