import { readFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import type { FontProvider } from 'astro'
import { fontPath } from './font-path.ts'
import type { FontFamily } from './font-schema.ts'
import { fontSubsets } from './font-subsets.ts'
import type { Theme } from './theme.ts'

type FontFiles = { files: FontFamily['files']; languages: readonly string[] }

interface FontPlaces {
  /** The outlet's folder, in which its packages and its own files are. */
  outlet: string
  /** BCP 47, of the chrome and the articles. */
  languages: readonly string[]
  /** The folder of the outlet's caches. */
  caches: string
}

/**
 * A theme's families as Astro's config takes them. Astro names a family by a digest of what stands here, so no
 * path of this machine may: files are found, and divided, when they are asked for.
 */
export function fontsOf({ fonts }: Pick<Theme, 'fonts'>, { outlet, languages, caches }: FontPlaces) {
  const provider: FontProvider<FontFiles> = {
    name: 'warta',
    resolveFont: async ({ options }) => {
      const faces = (options?.files ?? []).map(async (file) => {
        const { weight, style, unicodeRange } = file
        const path = fontPath(file.file, outlet)
        if (!file.subset)
          return [{ src: [{ url: path }], weight, style, ...(unicodeRange && { unicodeRange }) }]
        const subsets = await fontSubsets(path, file, options?.languages ?? [], caches)
        return subsets.map((subset) => ({
          src: [{ url: subset.path, format: 'woff2' }],
          weight,
          style,
          unicodeRange: subset.unicodeRange,
        }))
      })
      return { fonts: (await Promise.all(faces)).flat() }
    },
  }
  return (['serif', 'sans'] as const).map((kind) => {
    const { name, files, fallbacks, standIns } = fonts[kind]
    const own = new Set(standIns?.faces.map((face) => standInName(face.name, fonts[kind])))
    return {
      provider,
      cssVariable: `--font-${kind}`,
      name,
      fallbacks: [...own, ...fallbacks],
      optimizedFallbacks: standIns === undefined,
      options: { files, languages },
    }
  })
}

/** The family by which a font of readers' devices stands in for one of the outlet's. */
export function standInName(device: string, { name }: Pick<FontFamily, 'name'>): string {
  return `${device} as ${name}`
}

/** Digests of all files, by which pages, cards and icons with other fonts are told apart. @param outlet its folder */
export function fontDigests({ fonts }: Pick<Theme, 'fonts'>, outlet: string): string[] {
  return Object.values(fonts)
    .flatMap(({ files, card = [] }) => [...files.map(({ file }) => file), ...card])
    .map((file) => hash('sha256', readFileSync(fontPath(file, outlet))))
}
