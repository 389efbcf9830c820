import { describe, expect, test } from 'vitest'
import { addressOf, builderHtml, isOfBuilder } from './builders.ts'

const html = (name: string, attributes: Record<string, string>, content?: string) =>
  builderHtml({ name, attributes, content, alone: true }, (id) => `<img ${id}>`).trim()

test.each([
  ['et_pb_text', true],
  ['vc_row', true],
  ['fusion_builder_column', true],
  ['gallery', false],
  ['video', false],
])('%s is of a page builder: %s', (name, isOf) => {
  expect(isOfBuilder(name)).toBe(isOf)
})

describe('beside what it encloses an element shows', () => {
  test.each([
    ['its heading', 'et_pb_blurb', { title: 'A %22b%22' }, '<h3>A &quot;b&quot;</h3>'],
    ['the words of a heading', 'vc_custom_heading', { text: 'Words' }, '<h3>Words</h3>'],
    ['no name of a row', 'et_pb_row', { title: 'Row 1' }, ''],
    ['the name of a tab', 'vc_tta_section', { title: 'Tab 1' }, '<h3>Tab 1</h3>'],
    ['its picture, by its number', 'vc_single_image', { image: '12' }, '<img 12>'],
    ['its pictures', 'vc_gallery', { images: '12,13' }, '<img 12>\n\n\n\n<img 13>'],
    ['its picture, by its address', 'et_pb_image', { src: '/a.jpg', alt: 'A' }, '<img src="/a.jpg" alt="A">'],
    ['its film', 'et_pb_video', { src: '/a.mp4' }, '<p><a href="/a.mp4">/a.mp4</a></p>'],
    [
      'its film, by the number of a site',
      'fusion_youtube',
      { id: 'x1' },
      '<p><a href="https://www.youtube.com/watch?v=x1">https://www.youtube.com/watch?v=x1</a></p>',
    ],
    [
      'its button',
      'et_pb_button',
      { button_url: '/a/', button_text: 'Read' },
      '<p><a href="/a/">Read</a></p>',
    ],
    ['nothing where it has no words', 'et_pb_section', { background: '#fff' }, ''],
  ])('%s', (_, name, attributes, expected) => {
    expect(html(name, attributes)).toBe(expected)
  })

  test('no button where it encloses the words', () => {
    expect(html('vc_btn', { link: 'url:https%3A%2F%2Fx.example%2F|title:Read' }, 'Read')).toBe('')
  })
})

test.each([
  [{ button_url: '/a/', url: '/b/' }, '/a/'],
  [{ link: 'url:https%3A%2F%2Fx.example%2Fa%3Fb|title:Read|' }, 'https://x.example/a?b'],
  [{ href: 'https://x.example/100%25' }, 'https://x.example/100%25'],
  [{ href: 'https%3A%2F%2Fx.example%2F%' }, 'https%3A%2F%2Fx.example%2F%'],
  [{}, ''],
])('%j leads to %s', (attributes, address) => {
  expect(addressOf(attributes)).toBe(address)
})
