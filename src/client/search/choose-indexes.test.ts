import { expect, test } from 'vitest'
import { chooseIndexes } from './choose-indexes.ts'

const ALL = ['en', 'id 2025', 'id 2024']

test.each([
  ['nothing but filters', [], ALL, false],
  ['a word that one index has', [['id 2025']], ['id 2025'], false],
  ['a word that several have', [['en', 'id 2024']], ['en', 'id 2024'], false],
  ['a word that none has', [[]], ALL, true],
  ['words that one index has together', [['id 2025'], ['id 2025', 'en']], ['id 2025'], false],
  ['words that no index has together', [['en'], ['id 2025']], [], false],
  ['a word that one has and one that none has', [['en'], []], ['en'], true],
] as const)('%s', (_, having, asked, isNear) => {
  const sets = having.map((names) => new Set<string>(names))
  expect(chooseIndexes(ALL, sets)).toEqual({ asked, isNear })
})
