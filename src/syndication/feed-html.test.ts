import { expect, test } from 'vitest'
import { elementsOf, textOf } from '../../tests/support/html.ts'
import { ITEM } from '../../tests/support/feed.ts'
import { correctionNotes, leadFigure } from './feed-html.ts'

const wording = { credit: 'Gambar', corrections: 'Ralat', showMoment: () => '6 Juli' }

test('corrections stand at the end of the text, as text', () => {
  const correction = { at: new Date('2025-07-06T01:00:00Z'), note: 'It is 3 < 4 & "so".' }
  expect(correctionNotes([correction], wording)).toBe(
    '<h2>Ralat</h2><p>6 Juli: It is 3 &lt; 4 &amp; &quot;so&quot;.</p>',
  )
  expect(correctionNotes([], wording)).toBe('')
})

test('the lead picture has its size, its words and its credit', () => {
  const image = { ...ITEM.image, url: 'https://warta.example/a.jpg', alt: 'A "view"', caption: '<b>' }
  const [figure, img] = elementsOf(leadFigure({ type: 'image/jpeg', width: 4, height: 3, ...image }, wording))
  expect(img?.properties).toMatchObject({ src: image.url, alt: 'A "view"', width: 1200, height: 675 })
  expect(textOf(figure)).toBe('<b> Gambar: Ani')
})

test('a picture without words has no caption, and no picture is nothing', () => {
  const image = { url: 'https://warta.example/a.jpg', type: 'image/jpeg', width: 4, height: 3, alt: 'A' }
  expect(leadFigure(image, wording)).not.toContain('figcaption')
  expect(leadFigure(undefined, wording)).toBe('')
})
