import { expect, test } from 'vitest'
import { countWords, readingMinutes } from './text.ts'

test.each([
  ['nothing', '', 0],
  ['signs alone', '---\n\n***\n', 0],
  ['plain words', 'Harga beras naik lagi.', 4],
  ['hyphens, apostrophes and figures inside words', 'Timor-Leste’s 1,200.5 tonnes', 3],
  ['words of other scripts', 'Привет मुंबई', 2],
  ['Chinese words, which no blanks part', '政府宣布，工程延长三年。', 5],
  ['Japanese words', '政府は工事を延長した。', 6],
  ['Thai words', 'รัฐบาลประกาศเมื่อวันอังคาร', 5],
  ['Khmer words', 'រដ្ឋាភិបាលបានប្រកាស', 3],
  ['Lao words', 'ລັດຖະບານໄດ້ປະກາດ', 3],
  ['Burmese words', 'အစိုးရက ကြေညာခဲ့သည်', 5],
  ['Korean words, which blanks part', '정부가 공사를 연장했다', 3],
  ['words of two kinds of script in one run', 'iPhone手机 costs 3万元', 6],
  ['headings without their signs', '## I. The talks', 3],
  ['list items without their signs or numbers', '- one\n* two\n1. three\n  12) four', 4],
  ['a year that starts a line', '2025 was dry', 3],
  ['a quotation and emphasis', '> **Key** _point_', 2],
  ['links by their text', 'See [the full text](/politics/x/ "A title") here', 5],
  ['links whose address has brackets', '[Foo](https://x.example/Foo_(bar)_baz) end', 2],
  ['images by their description', '![A red boat](./boat.jpg)', 3],
  ['tables by their cells', '| Stage | Price |\n|:--|--:|\n| Mill | 12 |', 4],
])('counts %s', (_, markdown, words) => {
  expect(countWords(markdown)).toBe(words)
})

test.each([
  ['blank lines', '\n'.repeat(300_000)],
  ['blanks', ' '.repeat(300_000)],
  ['opening brackets', '['.repeat(300_000)],
  ['links never closed', '[]('.repeat(100_000)],
])('is not held up by a wall of %s', (_, wall) => {
  expect(countWords(`before${wall} after`)).toBe(2)
})

test('is not held up by a wall of letters that no blanks part', () => {
  expect(countWords('新闻'.repeat(150_000))).toBe(150_000)
})

test.each([
  ['Chinese characters', '印度尼西亚政府周二宣布，雅加达北部的海堤工程将延长三年，预算增加两成。', 3300, 7],
  ['Japanese characters', '政府は火曜日、海岸堤防の工事を三年間延長し、予算を増やすと発表した。', 3300, 7],
  ['Thai characters', 'รัฐบาลประกาศเมื่อวันอังคารว่าโครงการกำแพงกันคลื่นจะขยายเวลาออกไปอีกสามปี', 7000, 7],
  [
    'letters of an English text',
    'The government said on Tuesday that the sea wall takes longer. ',
    10_000,
    7,
  ],
])('%s take as long to read as the words they make', (_, sentence, characters, minutes) => {
  const text = sentence.repeat(Math.ceil(characters / sentence.length)).slice(0, characters)
  expect(readingMinutes(countWords(text))).toBe(minutes)
})

test.each([
  [0, 1],
  [1, 1],
  [357, 2],
  [1190, 5],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})
