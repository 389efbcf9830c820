import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { newsroomFolder } from '#desk/folder.ts'
import { DEFAULT_THEME } from '#styles/default-theme.ts'
import { fontPath } from '#styles/font-path.ts'
import { theme } from '#styles/outlet-theme.ts'
import type { Theme } from '#styles/theme.ts'

/** What a card takes from the outlet's theme: as light pages look. */
export interface CardLook {
  colours: Theme['light']
  /** The families, as CSS names them. */
  serif: string
  sans: string
  /** The files of both. satori knows them again by this very list, and reads neither woff2 nor variable fonts. */
  fonts: CardFont[]
}

interface CardFont {
  name: string
  data: Buffer
  weight: 400
  style: 'normal'
}

/** @param outlet the folder in which a theme's own fonts lie @throws Error for a font that is not there */
export function cardLook({ light, fonts }: Pick<Theme, 'light' | 'fonts'>, outlet: string): CardLook {
  const serif = filesOf('serif')
  const sans = filesOf('sans')
  return { colours: light, serif: namesOf(serif), sans: namesOf(sans), fonts: [...serif, ...sans] }

  function filesOf(kind: 'serif' | 'sans'): CardFont[] {
    return (fonts[kind].card ?? DEFAULT_THEME.fonts[kind].card).map((file) => {
      const data = readFileSync(fontPath(file, outlet))
      // By its bytes, so that a card in another font has another name, too.
      return { name: `${kind}-${hash('sha256', data).slice(0, 12)}`, data, weight: 400, style: 'normal' }
    })
  }
}

/** That of the outlet being built. */
export const look = cardLook(theme, newsroomFolder().root)

/** A file for each alphabet: of several of one name satori would take the first alone. */
function namesOf(fonts: readonly CardFont[]): string {
  return fonts.map(({ name }) => name).join(', ')
}
