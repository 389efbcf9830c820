import { expect, test } from 'vitest'
import { mediaPaths, originalsFirst, uploadPath } from './media-path.ts'

test.each([
  ['https://x.example/wp-content/uploads/2019/03/a.jpg?w=3', '2019/03/a.jpg'],
  ['/wp-content/uploads/a%20b.jpg', 'a b.jpg'],
  ['https://x.example/wp-content/uploads/sites/3/2019/a.jpg', 'sites/3/2019/a.jpg'],
  ['https://i1.wp.com/x.example/wp-content/uploads/2019/a.jpg?resize=3', '2019/a.jpg'],
  ['https://me.files.wordpress.com/2019/03/a.jpg', '2019/03/a.jpg'],
  ['https://x.example/wp-content/uploads/../../etc/passwd', undefined],
  ['https://x.example/pictures/a.jpg', undefined],
])('%s is %s', (address, path) => {
  expect(uploadPath(address)).toBe(path)
})

test('uploads of a site in a network lie with its folder and without', () => {
  expect(mediaPaths('https://x.example/wp-content/uploads/sites/13/2019/a-scaled.jpg')).toEqual([
    '2019/a.jpg',
    '2019/a-scaled.jpg',
    'sites/13/2019/a.jpg',
    'sites/13/2019/a-scaled.jpg',
  ])
})

test('the original comes before its copies', () => {
  expect(originalsFirst('2019/a-300x200.jpg')).toEqual([
    '2019/a.jpg',
    '2019/a-scaled.jpg',
    '2019/a-300x200.jpg',
  ])
  expect(originalsFirst('a-scaled.jpg')).toEqual(['a.jpg', 'a-scaled.jpg'])
  expect(originalsFirst('10x20.jpg')).toEqual(['10x20.jpg', '10x20-scaled.jpg', '10x20.jpg'])
})
