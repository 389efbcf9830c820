import { expect, test } from 'vitest'
import { EditedFile } from './edited-file.ts'

const md = (yaml: string, body = 'Text.\n') => `---\n${yaml}\n---\n${body}`
const edited = (file: string, text: string, change: (file: EditedFile) => void) => {
  const one = new EditedFile(file, text)
  change(one)
  return one.result()
}

test.each([
  ['category: politik', 'category: ekonomi'],
  ['category:   "politik"   # the section', 'category:   "ekonomi"   # the section'],
  ["# above\n'category': 'politik' \ntitle: A", "# above\n'category': 'ekonomi' \ntitle: A"],
  ['title: politik\ncategory: politik', 'title: politik\ncategory: ekonomi'],
])('the value in %j is put into %j', (before, after) => {
  expect(edited('a.md', md(before), (file) => file.set(['category'], 'ekonomi'))).toBe(md(after))
})

test('a value that YAML would read otherwise gets quotes', () => {
  const text = 'authors: [rina] # one\nlinks: []\n'
  expect(edited('a.yml', text, (file) => file.set(['authors', 0], '007'))).toBe(
    'authors: ["007"] # one\nlinks: []\n',
  )
  expect(edited('a.yml', 'tags:\n  - A\n', (file) => file.set(['tags', 0], 'B, "C": D'))).toBe(
    'tags:\n  - \'B, "C": D\'\n',
  )
})

test.each([
  ['a.yml', 'name: A\n', 'name: A\naliases: [/x/]\n'],
  ['a.yml', 'name: A', 'name: A\naliases: [/x/]\n'],
  ['a.yml', 'name: A\r\n# end\r\n', 'name: A\r\n# end\r\naliases: [/x/]\r\n'],
  ['a.yml', 'aliases:\nname: A\n', 'aliases: [/x/]\nname: A\n'],
  ['a.yml', 'aliases: [] # none\n', 'aliases: [/x/] # none\n'],
  ['a.yml', 'aliases: [ "/a/", /b/ ]\n', 'aliases: [ "/a/", /b/, /x/ ]\n'],
  ['a.yml', 'aliases:\n- /a/ # first\nname: A\n', 'aliases:\n- /a/ # first\n- /x/\nname: A\n'],
  ['a.yml', 'aliases:\n    -   /a/', 'aliases:\n    -   /a/\n    -   /x/'],
  ['a.md', md('title: A'), md('title: A\naliases: [/x/]')],
  ['a.md', md('title: A').replaceAll('\n', '\r\n'), md('title: A\naliases: [/x/]').replaceAll('\n', '\r\n')],
  ['a.md', md('aliases:\n  - /a/'), md('aliases:\n  - /a/\n  - /x/')],
])('in %s the alias goes behind the others: %j is %j', (name, before, after) => {
  expect(edited(name, before, (file) => file.append('aliases', '/x/'))).toBe(after)
})

test.each([
  ['tags: [A, B, C]', 1, 'tags: [A, C]'],
  ['tags: [A, B, C]', 0, 'tags: [B, C]'],
  ['tags: [A, "B" ]', 1, 'tags: [A ]'],
  ['tags:\n  - A # a\n  - B # b\n  - C', 1, 'tags:\n  - A # a\n  - C'],
])('of %j item %i is taken out', (before, index, after) => {
  expect(edited('a.md', md(before), (file) => file.remove('tags', index))).toBe(md(after))
})

test.each(['{ name: A }\n', 'name: A\n...\n', 'aliases: &a [/a/]\nname: *a\n'])(
  '%j is refused, as it cannot be changed at its place',
  (text) => {
    expect(() => edited('a.yml', text, (file) => file.append('aliases', '/x/'))).toThrow(
      'The fields of a.yml are written in a way that this command cannot change.',
    )
  },
)
