import { expect, test } from 'vitest'
import { alphabetOf } from './alphabets.ts'

const has = (languages: string[], text: string) => {
  const alphabet = alphabetOf(languages)
  return [...text].filter((letter) => !alphabet?.has(letter.codePointAt(0) ?? 0))
}

// Sentences that were written to hold every letter of their language.
test.each([
  ['en-GB', 'The quick brown fox jumps over the lazy dog – “café”, £5 or €6'],
  ['id', 'Muharjo seorang xenofobia universal yang takut pada warga jazirah, contohnya Qatar.'],
  ['cs', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
  ['da', 'Quizdeltagerne spiste jordbær med fløde, mens cirkusklovnen Walther spillede på xylofon'],
  ['de', 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich'],
  ['es', 'El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia. ¿Y el ñandú? ¡Añoraba!'],
  [
    'fr',
    'Portez ce vieux whisky au juge blond qui fume sur son île intérieure, à côté de l’alcôve ovoïde, où les bûches se consument dans l’âtre',
  ],
  ['hu', 'Árvíztűrő tükörfúrógép'],
  ['is', 'Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa'],
  ['pl', 'Pchnąć w tę łódź jeża lub ośm skrzyń fig'],
  [
    'pt-BR',
    'À noite, vovô Kowalsky vê o ímã cair no pé do pinguim queixoso e vovó põe açúcar no chá de tâmaras do jabuti feliz',
  ],
  ['ro', 'Muzicologă în bej vând whisky și tequila, preț fix'],
  ['sv', 'Flygande bäckasiner söka hwila på mjuka tuvor'],
  ['tr', 'Pijamalı hasta yağız şoföre çabucak güvendi'],
  ['vi', 'Nguyễn Phú Trọng, Đặng Thị Ngọc Thịnh, Phạm Minh Chính, Vương Đình Huệ'],
])('the alphabet of %s has the letters of its sentences', (language, sentence) => {
  expect(has([language], sentence)).toEqual([])
  expect(has([language], sentence.toUpperCase().replaceAll('SS', 'ß'))).toEqual([])
})

test('every language of an outlet is in it, and no other', () => {
  expect(has(['id', 'de'], 'Grüße')).toEqual([])
  expect(has(['id', 'en'], 'Grüße Nguyễn')).toEqual(['ü', 'ß', 'ễ'])
})

test('beside another script stand names in basic Latin', () => {
  for (const language of ['ar', 'he', 'ru', 'ja']) expect(alphabetOf([language])).toEqual(alphabetOf(['id']))
})

test('a language whose letters are not known has no alphabet', () => {
  expect(alphabetOf(['en', 'yo'])).toBeUndefined()
  expect(alphabetOf(['sr'])).toEqual(alphabetOf(['id']))
  expect(has(['sr-Latn'], 'Đoković')).toEqual([])
})
