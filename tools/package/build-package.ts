import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { moduleDigest, PACKED_DIGESTS } from '#cache/program-fingerprint.ts'
import { emitDeclarations } from './declarations.ts'
import { packedFile } from './packed-file.ts'
import { programFiles } from './program-files.ts'

/** Their digests decide names in a site, which are to be those that a checkout gives. */
const NAMING = ['src/build/search/make-index.ts']

const TEXT = /\.(?:astro|css|js|json|mjs|svg|ts|txt)$/

/**
 * Writes `lib/`, which is the program as a package has it: `npm pack` calls this first.
 * @param root of the checkout; absolute
 */
export function buildPackage(root: string, lib = join(root, 'lib')): void {
  const src = join(root, 'src')
  rmSync(lib, { recursive: true, force: true })
  for (const file of programFiles(src)) {
    const isText = TEXT.test(file)
    const packed = isText ? packedFile(file, readFileSync(join(src, file), 'utf8')) : { file, text: '' }
    const target = join(lib, 'src', packed.file)
    mkdirSync(dirname(target), { recursive: true })
    if (isText) writeFileSync(target, packed.text)
    else cpSync(join(src, file), target)
  }
  const digests = Object.fromEntries(NAMING.map((module) => [module, moduleDigest([module], root)]))
  writeFileSync(join(lib, PACKED_DIGESTS), `${JSON.stringify(digests, null, 2)}\n`)
  emitDeclarations(src, join(lib, 'src', 'types'))
}

if (import.meta.main) buildPackage(resolve('.'))
