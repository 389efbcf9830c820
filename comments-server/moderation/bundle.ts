import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { build } from 'vite'

/** The page's script, style and fonts, each by its path below the page. */
export interface Bundle {
  script: string
  style: string
  files: ReadonlyMap<string, string | Uint8Array>
}

/** Makes the page's files from their sources, in memory. Their names change with what is in them. */
export async function bundle(): Promise<Bundle> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [tailwindcss()],
    build: {
      write: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: ['browser/main.ts', 'moderation.css'].map((file) => join(import.meta.dirname, file)),
      },
    },
  })
  if (!('output' in result)) throw new Error('Vite does not give the files of the moderation page')
  const files = new Map(
    result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const),
  )
  const named = (ending: string) => {
    const path = [...files.keys()].find((name) => name.endsWith(ending))
    if (path === undefined) throw new Error(`The moderation page has no ${ending}`)
    return path
  }
  return { script: named('.js'), style: named('.css'), files }
}
