import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { digestOfComponent } from '../../src/desk/override-stamp.ts'
import { programComponents } from '../../src/desk/program-components.ts'
import { packedFile } from './packed-file.ts'

test('a component has the same digest in a checkout and in the package', () => {
  const components = [...programComponents().values()]
  expect(components.length).toBeGreaterThan(50)
  for (const { file, path } of components) {
    const text = readFileSync(path, 'utf8')
    const packed = packedFile(file.replace('src/', ''), text)
    expect(packed.file).toBe(file.replace('src/', ''))
    expect(digestOfComponent(packed.text)).toBe(digestOfComponent(text))
  }
})
