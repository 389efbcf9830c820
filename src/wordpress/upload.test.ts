import { describe, expect, test } from 'vitest'
import { wordpressItem } from '../../tests/support/wordpress-item.ts'
import { shownBy } from './shown-by.ts'
import { uploadOf } from './upload.ts'

const ADDRESS = 'https://old.example/wp-content/uploads/2019/03/a.jpg'

describe('a file of the media library', () => {
  const file = (fields: Parameters<typeof wordpressItem>[0]) =>
    uploadOf(wordpressItem({ type: 'attachment', attachmentUrl: ADDRESS, ...fields }))

  test('has its words in plain text', () => {
    const meta = { _wp_attachment_image_alt: 'A\nharbour' }
    const texts = { title: 'IMG&#8211;1', excerpt: 'The <b>harbour</b>', content: 'At dawn' }
    expect(file({ ...texts, meta, parent: '3' })).toMatchObject({
      id: '7',
      address: ADDRESS,
      alt: 'A harbour',
      caption: 'The harbour',
      title: 'IMG–1',
      description: 'At dawn',
      parent: '3',
    })
  })

  test('lies where its record says, else where its address does', () => {
    expect(file({ meta: { _wp_attached_file: ' 2019/03/b-scaled.jpg ' } }).paths.slice(0, 2)).toEqual([
      '2019/03/b.jpg',
      '2019/03/b-scaled.jpg',
    ])
    expect(file({}).paths[0]).toBe('2019/03/a.jpg')
    expect(new Set(file({ meta: { _wp_attached_file: '2019/03/a.jpg' } }).paths).size).toBe(2)
  })

  test('has the address of its guid where it has no other', () => {
    expect(file({ attachmentUrl: '', guid: ADDRESS }).address).toBe(ADDRESS)
  })

  test('was found at its own page and by its number', () => {
    expect(file({ link: 'https://old.example/a/' }).oldAddresses).toEqual(['https://old.example/a/', '/?p=7'])
    expect(file({ id: '' }).oldAddresses).toEqual([])
  })

  test.each([
    ['https://old.example/a.JPEG?x=1', true],
    ['https://old.example/a.svg', true],
    ['/uploads/a.webp', true],
    ['https://old.example/a.pdf', false],
    ['https://old.example/jpg', false],
  ])('at %s is a picture: %s', (attachmentUrl, isPicture) => {
    expect(file({ attachmentUrl }).isPicture).toBe(isPicture)
  })
})

test.each([
  [
    'by its address, as the original',
    `<img src="${ADDRESS.replace('.jpg', '-300x200.jpg')}">`,
    {},
    ['2019/03/a.jpg'],
  ],
  ['by its number in a class', '<img class="alignleft wp-image-12 big">', {}, ['12']],
  ['by its number in a block', '<!-- wp:image {"align":"left","id":12} -->', {}, ['12']],
  [
    'by its number in a block of text beside',
    '<!-- wp:media-text {"mediaId":12,"mediaType":"image"} -->',
    {},
    ['12'],
  ],
  ['in a gallery', '[gallery columns="2" ids="12, 13"]', {}, ['12', '13']],
  ['in a gallery without quotes', '[gallery ids=12,13]', {}, ['12', '13']],
  ['as its lead', '', { _thumbnail_id: ' 12 ' }, ['12']],
  ['not where it has none', 'Words 12 and /wp-content/uploads/', {}, []],
])('an item shows an upload %s', (_, content, meta, shown) => {
  expect(shownBy(wordpressItem({ content, meta }))).toEqual(shown)
})
