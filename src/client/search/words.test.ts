import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

test.each([
  ['', []],
  ['manusia', ['manusia']],
  ['  Harga   BERAS harga ', ['harga', 'beras']],
  ['item & "more"', ['item', '"more"']],
  ['"old harbour"', []],
  ['"old harbour" girder', ['"old', 'harbour"', 'girder']],
  ['covid-19 Timor-Leste', ['covid-19', 'timor-leste']],
  ['🦑 -- “', []],
  ['سفن الميناء', ['سفن', 'الميناء']],
  ['港口的人们 2025', ['港口', '的', '人们', '2025']],
])('the words of %j', (query, words) => {
  expect(wordsOf(query)).toEqual(words)
})
