import { readFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import type { FontProvider } from 'astro'
import { fontPath } from './font-path.ts'
import type { FontFamily } from './font-schema.ts'
import type { Theme } from './theme.ts'

type FontFiles = { files: FontFamily['files'] }

/**
 * A theme's families as Astro's config takes them. Astro names a family by a digest of what stands here, so no
 * path of this machine may: files are found when they are asked for.
 * @param outlet its folder, in which its packages and its own files are
 */
export function fontsOf({ fonts }: Pick<Theme, 'fonts'>, outlet: string) {
  const provider: FontProvider<FontFiles> = {
    name: 'warta',
    resolveFont: ({ options }) => ({
      fonts: (options?.files ?? []).map(({ file, weight, style, unicodeRange }) => ({
        src: [{ url: fontPath(file, outlet) }],
        weight,
        style,
        ...(unicodeRange && { unicodeRange }),
      })),
    }),
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
      options: { files },
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
