import { expect, test } from 'vitest'
import {
  articleFile,
  problemAt,
  problemsOf,
  SITE,
  temporaryNewsroom,
} from '../../../tests/support/temporary-newsroom.ts'
import { readNewsroom } from '../read-newsroom.ts'
import { checkSchema } from './schema.ts'

test('every field that an article may have passes', async () => {
  const article = articleFile({
    updatedAt: '2025-07-05T09:00:00+07:00',
    tags: '[Budget, Tax reform]',
    image: '{ src: ./a.jpg, alt: A view, caption: The view, credit: Ani, focus: { x: 20, y: 80 } }',
    lang: 'id',
    draft: 'false',
    priority: 'lead',
    aliases: '[/2024/old-title/, /old.html]',
    comments: 'true',
    kind: 'analysis',
    contributors: '[{ author: budi, role: editor }, { name: Ani, role: photographer }]',
  })
  expect(await problemsOf(checkSchema, { 'articles/x.md': article })).toEqual([])
})

test.each([
  ['a missing field', { title: undefined }, '1:1', '"title" is missing: write title:'],
  ['an empty one', { title: '' }, '2:8', '"title" is empty: write title:'],
  ['an optional one', { tags: '' }, '7:7', '"tags" is empty. Write its value, or take the line out.'],
  [
    'an optional one in quotes',
    { lang: '""' },
    '7:7',
    '"lang" is empty. Write its value, or take the line out.',
  ],
  ['an optional picture', { image: '' }, '7:8', '"image" is empty. Write its value, or take the line out.'],
  [
    'an optional one within another',
    { image: '\n  src: a.jpg\n  alt: A\n  caption: ""' },
    '10:12',
    '"image.caption" is empty. Write its value, or take the line out.',
  ],
  ['one that must be there', { image: '\n  src: a.jpg\n  alt:' }, '9:7', '"image.alt" is empty: write alt:'],
  ['an item', { tags: '\n  - Air\n  -' }, '9:4', '"tags.1" is empty. Write its value, or take the line out.'],
  ['blanks', { title: '"   "' }, '2:8', '"title" must not be empty'],
  ['too long a title', { title: 'x'.repeat(201) }, '2:8', 'at most 200 characters'],
  ['a number for a title', { title: '2025' }, '2:8', 'put it in quotes'],
  ['a title that reads as another', { title: '"a \\u202e b"' }, '2:8', 'type it again'],
  ['a date that does not exist', { publishedAt: '2026-02-30' }, '6:14', 'such as 2025-07-04T22:13'],
  ['a date without hyphens', { publishedAt: '20260101' }, '6:14', 'such as 2025-07-04T22:13'],
  ['an update before the news', { updatedAt: '2025-07-03' }, '7:12', 'must not be before publishedAt'],
  ['no author', { authors: '[]' }, '5:10', 'at least one author'],
  ['an author outside a list', { authors: 'budi' }, '5:10', 'such as [first, second]'],
  ['an author twice', { authors: '[budi, budi]' }, '5:10', 'the same thing twice'],
  ['an author by name', { authors: '[Budi Santoso]' }, '5:11', 'a file of src/content/authors/'],
  ['a slip in a field', { drfat: 'true' }, '7:1', 'Did you mean "draft"?'],
  ['a field from nowhere', { sponsor: 'Bank' }, '7:1', '"sponsor" is not a field. Take the line out'],
  [
    'a field inside another',
    { image: '\n  src: a.jpg\n  alt: A\n  width: 4' },
    '10:3',
    '"image.width" is not',
  ],
  ['a picture undescribed', { image: '\n  src: a.jpg' }, '8:3', '"image.alt" is missing: write alt:'],
  [
    'a focus in words',
    { image: '\n  src: a.jpg\n  alt: A\n  focus: { x: left, y: 0 }' },
    '10:15',
    '"image.focus.x" must be a number from 0 to 100',
  ],
  ['a picture by its path alone', { image: './a.jpg' }, '7:8', '{ src, alt }'],
  ['a yes for true', { draft: 'yes' }, '7:8', 'true or false'],
  ['a tag that is a number', { tags: '[Tax, 2025]' }, '7:13', 'put it in quotes'],
  ['an unknown kind', { kind: 'editorial' }, '7:7', 'one of news, opinion'],
  ['an unknown role', { contributors: '\n  - name: Ani\n    role: chef' }, '8:5', 'with a role of reporter'],
  ['an alias without its slash', { aliases: '[old-title/]' }, '7:11', 'such as /2024/old-title/'],
  ['an alias out of the site', { aliases: '[/ok/, /%2e%2e/etc/]' }, '7:17', 'below the front page'],
])('%s', async (_case, fields, place, advice) => {
  const files = { 'articles/2025/x.md': articleFile(fields) }
  expect(await problemsOf(checkSchema, files)).toEqual([problemAt(`articles/2025/x.md:${place}`, advice)])
})

test.each([
  ['src/content/authors/budi.yml', 'name: Budi\nverfied: true', '2:1', 'Did you mean "verified"?'],
  ['src/content/authors/budi.yml', 'name: Budi\nphoto: a.jpg', '2:8', '{ src, alt }'],
  ['src/content/authors/budi.yml', 'name: B\nlinks: [{ label: A, url: "javascript:a" }]', '2:26', 'mailto:'],
  ['src/content/authors/budi.yml', 'name: B\nbio:', '2:5', '"bio" is empty. Write its value, or take'],
  ['src/content/authors/budi.yml', 'name: B\nlinks:', '2:7', '"links" is empty. Write its value, or take'],
  ['src/content/authors/budi.yml', 'role: B', '1:1', 'write name: and its value into the file.'],
  [
    'src/content/authors/budi.yml',
    'name: B\nlinks:\n  - label: A\n    url: kompas.example/budi',
    '4:10',
    'must be a web or mailto: address: write "https://kompas.example/budi".',
  ],
  [
    'src/content/authors/budi.yml',
    'name: B\nlinks: [{ label: A, url: budi@uji.example }]',
    '2:26',
    'write "mailto:budi@uji.example".',
  ],
  ['src/content/categories/a.yml', 'name: A\norder: first', '2:8', 'must be a number'],
  ['src/content/categories/a.yml', 'name: A\ncolour: "#red"', '2:9', '"#a3161a"'],
  ['src/content/pages/about.md', '---\ntitle: About\n---\n', '1:1', '"description" is missing'],
  [
    'src/content/pages/about.md',
    '---\ntitle: A\ndescription: B\nlang: english language\n---\n',
    '4:7',
    'en or id',
  ],
])('%s with %j', async (file, text, place, advice) => {
  expect(await problemsOf(checkSchema, { [file]: text })).toEqual([problemAt(`${file}:${place}`, advice)])
})

test('every bad field of a file is told', async () => {
  const article = articleFile({ title: undefined, draft: 'maybe', knd: 'news', category: '7' })
  expect(await problemsOf(checkSchema, { 'articles/x.md': article })).toHaveLength(4)
})

test('__proto__ in front matter changes no object', async () => {
  const article = articleFile().replace('---\n', '---\n__proto__: { draft: true, polluted: true }\n')
  const files = await readNewsroom(await temporaryNewsroom({ 'articles/x.md': article }))
  expect(checkSchema(files, SITE)).toEqual([problemAt('articles/x.md:2:1', '"__proto__" is not a field')])
  expect({}).not.toHaveProperty('polluted')
})

test.each([
  ['Water: /air/', '1:8', '"Water" must be a list'],
  ['Water: [air]', '1:9', 'must be a path such as /2024/old-title/'],
  ['"++": [/tag/x/]', '1:1', 'the tag "++" must hold a letter or a digit'],
  ['Water:', '1:7', '"Water" is empty'],
])('of the old addresses of tags: %s', async (text, place, words) => {
  expect(await problemsOf(checkSchema, { 'src/content/tags.yml': text })).toEqual([
    problemAt(`src/content/tags.yml:${place}`, words),
  ])
})
