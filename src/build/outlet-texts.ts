import type { Plugin } from 'vite'
import { textsFiles } from '#desk/texts-files.ts'

const MODULE = '#i18n/outlet-texts.ts'
const RESOLVED = '\0warta-outlet-texts'

/**
 * Gives what Vite bundles the outlet's own texts, in place of the program's empty module.
 * @param folder in which they are, absolute
 */
export function outletTexts(folder: string): Plugin {
  return {
    name: 'warta-outlet-texts',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^#i18n\/outlet-texts\.ts$/ },
      handler: (specifier) => (specifier === MODULE ? RESOLVED : undefined),
    },
    load: {
      filter: { id: /^\0warta-outlet-texts$/ },
      handler() {
        const files = textsFiles(folder)
        return [
          ...files.map(({ path }, i) => `import texts${i} from ${JSON.stringify(path)}`),
          `export const outletTexts = { ${files.map(({ locale }, i) => `${JSON.stringify(locale)}: texts${i}`).join(', ')} }`,
        ].join('\n')
      },
    },
  }
}
