import { en } from './en.ts'
import { id } from './id.ts'
import type { StarterTexts } from './texts.ts'

const LANGUAGES = { en, id } as const

/** The texts of a BCP 47 language; undefined for one that has none. */
export function starterTextsIn(tag: string): StarterTexts | undefined {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language as keyof typeof LANGUAGES] : undefined
}
