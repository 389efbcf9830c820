import { describe, expect, test } from 'vitest'
import { labelsIn, plainLabelsIn } from './body-labels.ts'

describe('the labels of a body', () => {
  test('on its page say what readers can do, in the language of the chrome', () => {
    const { labels } = labelsIn('id', { lang: 'en' })
    expect(labels.footnotes).toBe('Catatan')
    expect(labels.linkToSection).toBeTruthy()
    expect(labels.live?.gallery.enlarge).toBeTruthy()
    expect(labels.live?.embed.load).toBeTruthy()
  })

  test('elsewhere are those of the text alone', () => {
    const { labels } = plainLabelsIn('en', { lang: 'en' })
    expect(Object.keys(labels).sort()).toEqual(['backToReference', 'credit', 'footnotes', 'table'])
    expect(labels.footnotes).toBe('Notes')
  })

  test.each([
    ['the same language', 'en', 'en', undefined, undefined],
    ['another language', 'id', 'en', 'id', 'en'],
    ['no language of its own, which is the outlet’s', 'id', undefined, 'id', 'en'],
  ])(
    'beside a text of %s are marked with their language where it is another',
    (_, language, lang, label, text) => {
      const { marks } = plainLabelsIn(language, { lang })
      expect(marks.label.lang).toBe(label)
      expect(marks.text.lang).toBe(text)
    },
  )
})
