import { describe, expect, test } from 'vitest'
import { elementorHtml } from './elementor.ts'

const html = (widgetType: string, settings: object) =>
  elementorHtml(JSON.stringify([{ widgetType, settings }]))
const LINK = { link: { url: 'https://x.example/?a&b' } }

describe('a widget of Elementor’s', () => {
  test.each<[string, object, string]>([
    ['heading', { title: 'Words' }, '<h2>Words</h2>'],
    ['heading', { title: 'Words', ...LINK }, '<h2><a href="https://x.example/?a&amp;b">Words</a></h2>'],
    ['button', { text: 'Read', ...LINK }, '<p><a href="https://x.example/?a&amp;b">Read</a></p>'],
    [
      'image',
      { image: { url: '/a.jpg', id: 7 }, caption: 'Dawn' },
      '<figure><img class="wp-image-7" src="/a.jpg" alt=""><figcaption>Dawn</figcaption></figure>',
    ],
    ['image', { image: { url: '' } }, ''],
    [
      'image-gallery',
      { wp_gallery: [{ url: '/a.jpg' }] },
      '<figure class="wp-block-gallery"><figure><img src="/a.jpg" alt=""><figcaption></figcaption></figure></figure>',
    ],
    [
      'video',
      { youtube_url: 'https://youtu.be/x' },
      '<p><a href="https://youtu.be/x">https://youtu.be/x</a></p>',
    ],
    ['video', { hosted_url: { url: '/a.mp4' } }, '<p><a href="/a.mp4">/a.mp4</a></p>'],
    ['video', {}, ''],
    ['html', { html: '<b>x</b>' }, '<b>x</b>'],
    ['shortcode', { shortcode: '[gallery]' }, '[gallery]'],
    ['text-editor', { editor: '<p>Words</p>', align: 'left' }, '<div><p>Words</p></div>'],
    [
      'accordion',
      { tabs: [{ tab_title: 'One', tab_content: 'a' }, { tab_title: 'Two' }], icon: 'x' },
      '<h3>One</h3>\n\n<div>a</div>\n\n<h3>Two</h3>',
    ],
    ['spacer', { space: { size: 9 } }, ''],
  ])('%s of %j', (type, settings, expected) => {
    expect(html(type, settings)).toBe(expected)
  })
})

test('sections and columns show what is in them, in its order', () => {
  const heading = (title: string) => ({ widgetType: 'heading', settings: { title } })
  const data = [{ elements: [{ elements: [heading('a'), heading('b')] }] }, heading('c')]
  expect(elementorHtml(JSON.stringify(data)).split(/\s+/).filter(Boolean)).toEqual([
    '<h2>a</h2>',
    '<h2>b</h2>',
    '<h2>c</h2>',
  ])
})

test.each([undefined, '', '{', 'null', '7', '[null]', '[{"widgetType":"heading","settings":[]}]'])(
  'of %s there are no words',
  (data) => {
    expect(elementorHtml(data).replace('<h2></h2>', '')).toBe('')
  },
)

test('elements in elements come to an end', () => {
  let parts: object[] = [{ widgetType: 'html', settings: { html: 'deep' } }]
  for (let depth = 0; depth < 60; depth++) parts = [{ elements: parts }]
  expect(elementorHtml(JSON.stringify(parts))).not.toContain('deep')
})
