import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { sep } from 'node:path'
import prettier from 'prettier'
import { sampleDigest } from '#desk/sample-digest.ts'

/** Where the list stands in the program. */
const LIST = 'src/desk/sample-files.ts'
/** What the sample outlet consists of. */
const PLACES = ['articles/**/*', 'public/**/*', 'src/content/**/*', 'src/site.config.ts']

/** The files of the sample that lie in a checkout, by their paths with slashes, with their digests, in order. */
export function sampleFilesIn(root: string): Record<string, string> {
  const files = globSync(PLACES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  const digests = files.map(
    (file) =>
      [
        file
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
        sampleDigest(readFileSync(file)),
      ] as const,
  )
  return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)))
}

if (import.meta.main) {
  const comment =
    '/** The files of the sample outlet, with digests as `sampleDigest` makes them: `npm run sample-files` writes this. */'
  const text = `${comment}\nexport const SAMPLE_FILES: Readonly<Record<string, string>> = ${JSON.stringify(sampleFilesIn(process.cwd()))}`
  const options = await prettier.resolveConfig(LIST)
  // The plugins are for what has classes.
  writeFileSync(LIST, await prettier.format(text, { ...options, plugins: [], filepath: LIST }))
}
