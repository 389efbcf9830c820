import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OPTIMISATIONS, withoutIt } from './optimisations.ts'

test.each(OPTIMISATIONS)('$name can be taken out', (optimisation) => {
  const text = readFileSync(optimisation.file, 'utf8')
  expect(withoutIt(optimisation, text)).not.toBe(text)
})

test('one that is no longer there, or twice, is told', () => {
  const optimisation = { name: 'A', file: 'a.ts', from: 'a()', to: '' }
  expect(() => withoutIt(optimisation, 'b()')).toThrow('stands 0 times in a.ts')
  expect(() => withoutIt(optimisation, 'a() a()')).toThrow('stands 2 times in a.ts')
})
